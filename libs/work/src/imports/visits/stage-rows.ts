import {
  openFault,
  saidOfDay,
  saidOfVisitors,
  shorten,
  unmatchedSentence,
  type Day,
  type DayRow,
  type RowDecision,
  type SchoolCandidate,
  type SchoolMatch,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { sql, statement } from '@tracker/data';
import { BatchInsert } from '../batch-insert';
import { storableJson, type StoredReading } from './keep-reading';
import { openSchoolMatching, openVisitorMatching } from './match-rows';

/** A row as it is kept, before it is compared with what is on record. */
export interface StagedRow {
  rowKey: string;
  position: number;
  sheetIndex: number;
  line: number;
  columnName: string;
  cells: string[];
  dayAsWritten: string;
  /** As the file says. */
  dayInFile: Day | null;
  visitedOn: Day | null;
  said: DayRow['visit'];
  faults: DayRow['faults'];
  schoolId: string | null;
  schoolFoundBy: string | null;
  candidates: SchoolCandidate[];
  visitorId: string | null;
  visitorName: string | null;
  ready: boolean;
  outcome: 'handed_back' | 'skipped' | null;
  reason: string | null;
  reasonColumn: string | null;
  reasonValue: string | null;
  handedBackFor: string | null;
  questionKey: string | null;
}

const STAGE = statement(
  'imports.stage-rows',
  (importId: string, rows: string) => sql`
  INSERT INTO import_rows (import_id, row_key, position, sheet_index, line, column_name, cells,
    day_as_written, day_in_file, visited_on, said, faults, school_id, school_found_by, candidates, visitor_id,
    visitor_name, ready, outcome, reason, reason_column, reason_value,
    handed_back_for, question_key)
  SELECT ${importId}, "rowKey", position, "sheetIndex", line, "columnName", cells, "dayAsWritten", "dayInFile",
    "visitedOn", said, faults, "schoolId", "schoolFoundBy", candidates, "visitorId", "visitorName", ready, outcome,
    reason, "reasonColumn", "reasonValue", "handedBackFor", "questionKey"
  FROM json_to_recordset(${rows}::json) AS r ("rowKey" text, position integer, "sheetIndex" integer,
    line integer, "columnName" text, cells jsonb, "dayAsWritten" text, "dayInFile" date, "visitedOn" date, said jsonb,
    faults jsonb, "schoolId" uuid, "schoolFoundBy" text, candidates jsonb, "visitorId" uuid,
    "visitorName" text, ready boolean, outcome text, reason text, "reasonColumn" text,
    "reasonValue" text,    "handedBackFor" text, "questionKey" text)
  ON CONFLICT (import_id, row_key) DO UPDATE SET said = EXCLUDED.said, visited_on = EXCLUDED.visited_on,
    school_id = EXCLUDED.school_id, school_found_by = EXCLUDED.school_found_by,
    candidates = EXCLUDED.candidates, visitor_id = EXCLUDED.visitor_id,
    visitor_name = EXCLUDED.visitor_name, ready = EXCLUDED.ready, outcome = EXCLUDED.outcome,
    reason = EXCLUDED.reason, reason_column = EXCLUDED.reason_column,
    reason_value = EXCLUDED.reason_value,    handed_back_for = EXCLUDED.handed_back_for, question_key = EXCLUDED.question_key,
    visit_id = NULL, visit_version = NULL, changes = '[]'`,
);

export type RowOfFile = Pick<
  StagedRow,
  | 'rowKey'
  | 'position'
  | 'sheetIndex'
  | 'line'
  | 'columnName'
  | 'cells'
  | 'dayAsWritten'
  | 'said'
  | 'faults'
  | 'dayInFile'
>;

/** What a row comes to by itself: its school, its visitor, and what speaks against taking it. */
export type SettleRow = (row: RowOfFile, decision: RowDecision) => StagedRow;

/** The column to show beside a row whose school was not found. */
function schoolColumn({ said, sheetIndex }: RowOfFile, sheets: StoredReading['sheets']) {
  const { mapping = {}, header = [] } = sheets[sheetIndex] ?? {};
  const byUrn = said.urn !== undefined;
  const [column] = [byUrn ? mapping.urn : mapping.schoolName].flat();
  const value = byUrn ? String(said.urn) : (said.schoolName ?? '');
  return { reasonColumn: header[column ?? -1] ?? '', reasonValue: shorten(value) };
}

const candidatesOf = (match: SchoolMatch): SchoolCandidate[] =>
  'schoolId' in match ? [] : 'ambiguous' in match ? match.ambiguous : match.unknown;

/** @param titles of the sheets, as they were read */
export async function openSettling(
  manager: EntityManager,
  today: Day,
  titles: StoredReading['sheets'],
): Promise<SettleRow> {
  const matchSchool = await openSchoolMatching(manager);
  const matchVisitor = await openVisitorMatching(manager);
  return (row, decision) => {
    const visitedOn = decision.visitedOn ?? row.dayInFile;
    const { visitorName, urn, schoolName, town, postcode, around } = row.said;
    const place = {
      ...(urn !== undefined && { urn }),
      ...(schoolName !== undefined && { schoolName }),
      ...(town !== undefined && { town }),
      ...(postcode !== undefined && { postcode }),
      ...(around !== undefined && { around }),
    };
    const query = { ...place, ...(visitedOn !== null && { visitedOn }) };
    const named = place.urn !== undefined || place.schoolName !== undefined;
    const match = named ? matchSchool(query) : null;
    const found = match && 'schoolId' in match ? match : null;
    const schoolId = decision.schoolId ?? found?.schoolId ?? null;
    const { several, ...visitor } = matchVisitor(visitorName);
    const ofDay = saidOfDay(row.said, row.dayAsWritten, Boolean(decision.visitedOn));
    const staged: StagedRow = {
      ...row,
      said: saidOfVisitors(ofDay, several),
      ...{ visitedOn, schoolId, ...visitor, ready: false, outcome: null },
      schoolFoundBy: decision.schoolId ? 'chosen' : (found?.foundBy ?? null),
      candidates: match ? candidatesOf(match) : [],
      ...{ reason: null, reasonColumn: null, reasonValue: null, handedBackFor: null },
      questionKey: null,
    };
    if (decision.skip) return { ...staged, outcome: 'skipped' };
    const fault = openFault(row.faults, decision, today);
    if (fault) {
      return {
        ...{ ...staged, outcome: 'handed_back', reason: fault.message, reasonColumn: fault.column },
        ...{ reasonValue: fault.value, handedBackFor: fault.for },
        questionKey: fault.question ?? null,
      };
    }
    if (schoolId === null && match) {
      return {
        ...{ ...staged, outcome: 'handed_back', handedBackFor: 'school' },
        reason: unmatchedSentence(match, query),
        ...schoolColumn(row, titles),
      };
    }
    return { ...staged, ready: true };
  };
}

/** Keeps rows as they are settled; a row that is there already is put in its new state. */
export const openStaging = (manager: EntityManager, importId: string): BatchInsert<StagedRow> =>
  new BatchInsert((rows) => STAGE.run(manager, importId, rows), 500, storableJson);
