import {
  readVisitRow,
  shorten,
  unmatchedSentence,
  type SheetVisit,
  type VisitColumnMapping,
  type VisitKind,
} from '@tracker/domain';
import { markStale } from '../scoring';
import { BatchInsert } from './batch-insert';
import { requireRows } from './file-rows';
import { cellTexts, type ImportCounts, type ImportSteps } from './import-work';
import { storable } from './rejection-writer';
import { openSchoolMatching, openVisitorMatching, type Visitor } from './visit-matching';
import { findSheetHeader, readMapping, rowsBelow } from './visit-sheet-header';
import {
  COUNT_VISITS,
  CREATE_STAGED_VISITS,
  FIND_NEW_VISITS,
  INSERT_OUTCOMES,
  INSERT_VISITS,
  RECORD_NEW_VISITS,
  STAGE_VISITS,
} from './visits-import.queries';

interface StagedVisit extends Visitor {
  line: number;
  schoolId: string;
  visitedOn: string;
  kind: VisitKind;
  metWith: string | null;
  summary: string;
}

/** The column to show beside a row whose school was not found. */
function schoolColumn(visit: SheetVisit, mapping: VisitColumnMapping) {
  const byUrn = visit.urn !== undefined;
  const column = (byUrn ? mapping.urn : mapping.schoolName)?.title ?? '';
  return { column, value: shorten(byUrn ? String(visit.urn) : (visit.schoolName ?? '')) };
}

/**
 * Past visits from a list as a person keeps it. Each becomes a completed visit with an outcome. A
 * row whose school is not certain is handed back with the likeliest schools; a school and day
 * already on record is not brought in twice.
 */
export const visitsImport: ImportSteps = {
  async stage(work, rows) {
    const { manager, record } = work;
    await manager.query(CREATE_STAGED_VISITS);
    const sheet = await findSheetHeader(rows, record.options.headerLine);
    work.header = sheet.header;
    const mapping = readMapping(sheet.header, record.options.mapping);
    const matchSchool = await openSchoolMatching(manager);
    const matchVisitor = await openVisitorMatching(manager);
    const staging = new BatchInsert<StagedVisit>(manager, STAGE_VISITS);
    const noNotes = `No notes were kept. Imported from ${record.fileName}.`;

    for await (const { line, cells } of requireRows(rowsBelow(sheet))) {
      const row = readVisitRow(cells, mapping, line, work.today);
      if ('skipped' in row) {
        work.skipped += 1;
        continue;
      }
      if ('rejection' in row) {
        await work.rejections.reject(row.rejection, cellTexts(cells));
        continue;
      }
      const { visit } = row;
      const match = matchSchool(visit);
      if ('schoolId' in match) {
        const { visitorId, visitorNote } = matchVisitor(visit.visitorName);
        await staging.add({
          line,
          schoolId: match.schoolId,
          visitedOn: visit.visitedOn,
          kind: visit.kind,
          visitorId,
          visitorNote: visitorNote && storable(visitorNote),
          metWith: visit.metWith ? storable(visit.metWith) : null,
          summary: storable(visit.summary ?? noNotes),
        });
      } else {
        const message = unmatchedSentence(match, visit) ?? '';
        await work.rejections.reject(
          { line, ...schoolColumn(visit, mapping), message },
          cellTexts(cells),
        );
      }
    }
    await staging.flush();
  },

  async apply({ manager, record }) {
    await manager.query('ANALYZE staged_visits');
    await manager.query(FIND_NEW_VISITS);
    const [counts]: [ImportCounts] = await manager.query(COUNT_VISITS);
    if (counts.created === 0) return counts;
    await manager.query(INSERT_VISITS);
    await manager.query(INSERT_OUTCOMES, [record.requestedById]);
    await manager.query(RECORD_NEW_VISITS, [record.id]);
    const schools: { id: string }[] = await manager.query(
      'SELECT DISTINCT school_id AS id FROM new_visits',
    );
    await markStale(
      manager,
      schools.map(({ id }) => id),
    );
    return counts;
  },
};
