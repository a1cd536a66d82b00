import { peopleNamed, type Day, type RowDecision } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { judgeRows } from './judge-rows';
import { currentReading } from './keep-reading';
import { schoolKey, visitorKey } from './match-rows';
import {
  DECIDE,
  FORGET_VISITOR,
  RECOUNT,
  REMEMBER,
  ROW_OF_FILE,
  ROWS_NOT_CHOSEN,
  ROWS_WITH_VISITOR,
  type RowToSettle,
} from './decide-rows.queries';
import { openSettling, openStaging } from './stage-rows';
import { ImportConflict } from '../import-problem';

/** Settles rows anew, with the names that are known by now, and compares them with the record. */
async function settleAgain(
  manager: EntityManager,
  importId: string,
  rows: readonly RowToSettle[],
  { today, takeChanges }: { today: Day; takeChanges: boolean },
): Promise<void> {
  const reading = await currentReading(manager, importId);
  if (!reading) throw new ImportConflict('The file is being read. Try again in a moment.');
  const settle = await openSettling(manager, today, reading.sheets);
  const staging = openStaging(manager, importId);
  const schoolIds = new Set<string>();
  for (const { decision, schoolId, ...row } of rows) {
    const settled = settle(row, decision ?? {});
    for (const each of [schoolId, settled.schoolId]) if (each !== null) schoolIds.add(each);
    await staging.add(settled);
  }
  await staging.flush();
  await judgeRows(manager, importId, { takeChanges, schoolIds: [...schoolIds] });
  await RECOUNT.run(manager, importId);
}

export interface DecidedBy {
  userId: string | null;
  today: Day;
  takeChanges: boolean;
}

/**
 * Keeps what a person decided about a row; an empty decision takes an earlier one back. A school
 * chosen for a name is remembered, and the other rows of that name follow.
 *
 * @returns false where the import has no such row
 */
export async function decideRow(
  manager: EntityManager,
  importId: string,
  rowKey: string,
  decision: RowDecision,
  { userId, ...options }: DecidedBy,
): Promise<boolean> {
  const row = await ROW_OF_FILE.row(manager, importId, rowKey);
  if (!row) return false;
  // One taken back is kept as such, so that the answer of an earlier import does not return.
  const written = JSON.stringify(decision);
  await DECIDE.run(manager, { importId, rowKey, decision: written, userId });
  const { schoolName } = row.said;
  const key = schoolKey(schoolName ?? '');
  const remembered = decision.schoolId && decision.remember !== false && key !== '' && schoolName;
  let alike: RowToSettle[] = [];
  if (remembered) {
    const { schoolId } = decision;
    await REMEMBER.run(manager, { kind: 'school', key, name: schoolName, schoolId, by: userId });
    const named = await ROWS_NOT_CHOSEN.rows(manager, importId, rowKey);
    alike = named.filter(({ said }) => schoolKey(said.schoolName ?? '') === key);
  }
  const decided = { ...row, decision };
  await settleAgain(manager, importId, [decided, ...alike], options);
  return true;
}

/** Remembers whose name or initials these are, or forgets it, and settles the rows that have them. */
export async function nameVisitor(
  manager: EntityManager,
  importId: string,
  { name, visitorId }: { name: string; visitorId: string | null },
  { userId, ...options }: DecidedBy,
): Promise<void> {
  const key = visitorKey(name);
  if (visitorId === null) {
    await FORGET_VISITOR.run(manager, key);
  } else {
    await REMEMBER.run(manager, { kind: 'visitor', key, name, userId: visitorId, by: userId });
  }
  const rows = await ROWS_WITH_VISITOR.rows(manager, importId);
  const named = rows.filter(({ said: { visitorName = '' } }) =>
    [visitorName, ...peopleNamed(visitorName)].some((each) => visitorKey(each) === key),
  );
  await settleAgain(manager, importId, named, options);
}
