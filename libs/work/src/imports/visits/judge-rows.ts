import {
  addDays,
  DAYS_NEARBY,
  judgeRow,
  type Day,
  type EarlierRow,
  type Judgement,
  type RecordedVisit,
  type RowToJudge,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { BatchInsert } from '../batch-insert';
import {
  PLANNED_BETWEEN,
  type ReadyRow,
  READY_ROWS,
  RECORDED_IN_MONTHS,
  RECORDED_VISITS,
  SAME_SCHOOLS,
  WRITE_JUDGEMENTS,
} from './judge-rows.queries';
import { storableJson } from './keep-reading';

export interface JudgeOptions {
  takeChanges: boolean;
  /** Only rows of these schools and of those they followed or were followed by; all when left out. */
  schoolIds?: readonly string[];
}

const BY_SCHOOL_AND_DAY = (schoolId: string, day: Day) => `${schoolId} ${day}`;

function groupBySchoolAndDay<Row extends { schoolId: string; day: Day }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = BY_SCHOOL_AND_DAY(row.schoolId, row.day);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/** A visit that was taken from one of these schools to another is found at both. */
function eachOnce(visits: readonly RecordedVisit[]): RecordedVisit[] {
  return [...new Map(visits.map((visit) => [visit.id, visit])).values()];
}

function toJudge(row: ReadyRow, takeChanges: boolean): RowToJudge {
  const { said, decision, sheet, line } = row;
  return {
    ...{ key: row.rowKey, visitedOn: row.visitedOn },
    // Which row of an earlier file it was is likely only, so its changes are looked at.
    takeChanges: takeChanges && decision?.carried !== 'alike',
    where: sheet ? `line ${line} of the sheet “${sheet}”` : `line ${line}`,
    monthOnly: said.monthOnly === true && !decision?.visitedOn,
    ...{ visitorId: row.visitorId, visitorName: row.visitorName },
    ...{ kind: said.kind ?? null, metWith: said.metWith ?? null, summary: said.summary ?? null },
    sameDay: decision?.sameDay ?? null,
  };
}

/**
 * By school, the visits planned close to the days of a file, and those on record in the months of its
 * days; those of a day in it are that day's.
 */
async function visitsNearby(
  manager: EntityManager,
  rows: readonly ReadyRow[],
  schoolIds: readonly string[],
) {
  const days = rows.map(({ visitedOn }) => visitedOn).sort();
  const from = addDays(days[0] ?? '', -DAYS_NEARBY);
  const to = addDays(days.at(-1) ?? '', DAYS_NEARBY);
  const months = [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))];
  const inFile = new Set(rows.map((row) => BY_SCHOOL_AND_DAY(row.schoolId, row.visitedOn)));
  const found = new Map<string, (RecordedVisit & { day: Day })[]>();
  const visits = [
    ...(await PLANNED_BETWEEN.rows(manager, schoolIds, from, to)),
    ...(await RECORDED_IN_MONTHS.rows(manager, schoolIds, months)),
  ];
  for (const { schoolId, ...visit } of visits) {
    if (inFile.has(BY_SCHOOL_AND_DAY(schoolId, visit.day))) continue;
    found.set(schoolId, [...(found.get(schoolId) ?? []), visit]);
  }
  return found;
}

/**
 * Compares the rows that are ready with what is on record and with each other, in the order of the
 * file, and keeps what becomes of each.
 *
 * @returns how many are judged otherwise than before
 */
export async function judgeRows(
  manager: EntityManager,
  importId: string,
  { takeChanges, schoolIds }: JudgeOptions,
): Promise<number> {
  const rows = await READY_ROWS.rows(manager, importId, schoolIds ?? null);
  if (rows.length === 0) return 0;
  const schools = [...new Set(rows.map(({ schoolId }) => schoolId))];
  const same = await SAME_SCHOOLS.rows(manager, schools);
  const sameAs = new Map(same.map(({ schoolId, sameIds }) => [schoolId, sameIds]));
  const days = [...new Set(rows.map(({ visitedOn }) => visitedOn))];
  const sameIds = [...new Set(same.flatMap((school) => school.sameIds))];
  const recorded = await RECORDED_VISITS.rows(manager, sameIds, days);
  const visits = groupBySchoolAndDay(recorded);
  const nearby = await visitsNearby(manager, rows, sameIds);
  const judged = new Map<string, EarlierRow[]>();
  const claimed = new Set<string>();
  const writing = new BatchInsert<Judgement & { rowKey: string }>(
    (judgements) => WRITE_JUDGEMENTS.run(manager, importId, judgements),
    500,
    storableJson,
  );
  let changed = 0;
  for (const row of rows) {
    const around = (sameAs.get(row.schoolId) ?? [row.schoolId]).map((schoolId) =>
      BY_SCHOOL_AND_DAY(schoolId, row.visitedOn),
    );
    const one = toJudge(row, takeChanges);
    const judgement = judgeRow(
      one,
      eachOnce(around.flatMap((key) => visits.get(key) ?? [])),
      claimed,
      around.flatMap((key) => judged.get(key) ?? []),
      (sameAs.get(row.schoolId) ?? [row.schoolId]).flatMap((id) => nearby.get(id) ?? []),
    );
    if (judgement.visitId !== null && judgement.outcome !== 'handed_back') {
      claimed.add(judgement.visitId);
    }
    if (judgement.outcome !== 'handed_back') {
      const key = BY_SCHOOL_AND_DAY(row.schoolId, row.visitedOn);
      judged.set(key, [...(judged.get(key) ?? []), { row: one, judgement }]);
    }
    const asBefore =
      row.outcome === judgement.outcome &&
      row.visitId === judgement.visitId &&
      JSON.stringify(row.changes.map(({ before }) => before)) ===
        JSON.stringify(judgement.changes.map(({ before }) => before));
    if (!asBefore) changed += 1;
    await writing.add({ rowKey: row.rowKey, ...judgement });
  }
  await writing.flush();
  return changed;
}
