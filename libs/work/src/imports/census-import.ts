import { createCensusReader, type CensusFigures } from '@tracker/domain';
import { sql, statement } from '@tracker/data';
import { readHeader, requireRows } from './file-rows';
import { ImportProblem } from './import-problem';
import type { ImportSteps } from './import-work';
import { applySchoolChanges, openSchoolStaging, type StagedSchool } from './school-changes';

const URNS_ON_RECORD = statement(
  'imports.urns-on-record',
  () => sql<{ urn: number }>`SELECT urn FROM schools`,
);

function recordOf({ pupils, fsmPercent }: CensusFigures): StagedSchool['record'] {
  return {
    ...(pupils !== undefined && { pupils }),
    ...(fsmPercent !== undefined && { fsm_percent: fsmPercent }),
  };
}

/** Pupils and free school meals of schools that are on record; the census brings no new school. */
export const censusImport: ImportSteps = {
  async stage(work, rows) {
    const staging = await openSchoolStaging(work.manager);
    const file = await readHeader(rows);
    work.header = file.header;
    const reader = createCensusReader(file.header, { laCodes: work.record.options.laCodes });
    if ('problem' in reader) throw new ImportProblem(reader.problem);
    const urnColumn = file.header.find((title) => title.trim().toUpperCase() === 'URN') ?? 'URN';
    const onRecord = await URNS_ON_RECORD.rows(work.manager);
    const known = new Set(onRecord.map(({ urn }) => urn));
    for await (const { line, cells } of requireRows(file.rows)) {
      const row = reader.read(cells, line);
      if ('rejection' in row) await work.rejections.reject(row.rejection, cells);
      else if ('skipped' in row) work.skipped += 1;
      else if (known.has(row.figures.urn)) {
        await staging.add({ line, urn: row.figures.urn, record: recordOf(row.figures) });
      } else {
        const value = String(row.figures.urn);
        const message = `No school with URN ${value} is on record. The census updates only the schools that are; nothing needs correcting.`;
        await work.rejections.reject({ line, column: urnColumn.trim(), value, message }, cells);
      }
    }
    await staging.flush();
  },
  apply: applySchoolChanges,
};
