import {
  createSchoolReader,
  isInScope,
  isStateFunded,
  KEPT_REGISTER_KEYS,
  shareUnknown,
  type RegisterSchool,
  type SchoolLink,
} from '@tracker/domain';
import { columnName } from '@tracker/data';
import { readHeader, requireRows } from './file-rows';
import { ImportProblem } from './import-problem';
import type { ImportSteps } from './import-work';
import { applyLinks, stageLinks } from './links-import';
import { lookAtRegister } from './look-at-register';
import { RegisterFile } from './register-file';
import { KEEP_CLOSED } from './register-findings.queries';
import { storable } from './rejection-writer';
import { COUNT_CREATED } from './school-changes.queries';
import { applySchoolChanges, openSchoolStaging, type StagedSchool } from './school-changes';

function recordOf(school: RegisterSchool): StagedSchool['record'] {
  const record: Record<string, string | number | boolean | null> = {
    in_scope: isInScope({
      status: school.status,
      stateFunded: isStateFunded(school.establishmentType),
    }),
  };
  for (const field of KEPT_REGISTER_KEYS) {
    const value = school[field];
    if (value === undefined) continue;
    record[columnName(field)] = typeof value === 'string' ? storable(value) : value;
  }
  return record;
}

interface HeldShare {
  text: string;
  column: string;
  line: number;
  school: RegisterSchool;
}

/**
 * The register of schools, in any layout `createSchoolReader` knows. A school absent from the file
 * is left alone, and offered for closing where the file should have it.
 */
export const schoolsImport: ImportSteps = {
  async stage(work, rows) {
    const staging = await openSchoolStaging(work.manager);
    const file = await readHeader(rows);
    work.header = file.header;
    const reader = createSchoolReader(file.header, { laCodes: work.record.options.laCodes });
    if ('problem' in reader) throw new ImportProblem(reader.problem);
    const register = new RegisterFile(work.today);
    const links: SchoolLink[] = [];
    // Whether 0.125 is an eighth or a thousandth is seen once the whole column is read.
    const held: HeldShare[] = [];
    for await (const { line, cells } of requireRows(file.rows)) {
      const row = reader.read(cells, line);
      if ('school' in row) {
        const { urn, name } = row.school;
        if (row.fsmShare) held.push({ ...row.fsmShare, line, school: row.school });
        else await staging.add({ line, urn, record: recordOf(row.school) });
        register.read(row);
        links.push(...(row.links ?? []));
        for (const { column, value, message } of row.leftOut ?? []) {
          await work.leftOut.leftOut({ urn, name, line, columnName: column, value, message });
        }
      } else if ('rejection' in row) await work.rejections.reject(row.rejection, cells);
      else if (row.noSchool) register.noSchools += 1;
      else work.skipped += 1;
    }
    for (const { text, column, line, school } of held) {
      const { urn, name } = school;
      const fsmPercent = reader.percentOf(text);
      const known = fsmPercent === null ? school : { ...school, fsmPercent };
      await staging.add({ line, urn, record: recordOf(known) });
      if (fsmPercent !== null) continue;
      const message = shareUnknown(text);
      await work.leftOut.leftOut({ urn, name, line, columnName: column, value: text, message });
    }
    await staging.flush();
    await stageLinks(
      work.manager,
      links.map((link) => ({ ...link, establishedOn: null })),
    );
    work.register = register.outcome();
  },
  async apply(work) {
    const { manager, register } = work;
    if (register?.dated && register.latestDay) {
      register.keptClosed = await KEEP_CLOSED.run(manager, register.latestDay);
    }
    const counts = await applySchoolChanges(work);
    if (register) register.created = await COUNT_CREATED.one(manager);
    const { created, updated } = await applyLinks(work);
    if (register) register.links = created + updated;
    await lookAtRegister(work);
    return counts;
  },
};
