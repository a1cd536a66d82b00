import { addDays, isInScope, isStateFunded } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { ImportEntity } from '@tracker/data';
import { rebuildLineage } from '../scoring';
import { ImportConflict } from './import-problem';
import { inheritRegions } from './inherit-regions';
import {
  CLOSE_SCHOOL,
  DECIDE,
  FIND_DECIDED,
  FIND_OFFERS,
  LINK,
  type Offer,
  OPEN_SCHOOL_AGAIN,
  UNDECIDE,
  UNLINK,
} from './register-decisions.queries';
import { LOCK_SCHOOLS } from './school-changes.queries';

export interface RegisterDecision {
  importId: string;
  decision: 'close' | 'keep' | 'undo';
  /** Findings; null for all: of "close" those that the file suggests to close. */
  ids: readonly string[] | null;
  userId: string;
}

/**
 * Closes or keeps schools that an import offered for closing, or takes such decisions back. A school
 * that is closed hands its visits on to the one that follows it; where only name and postcode say
 * which that is, the two are linked. One that changed since is passed over.
 *
 * @returns how many schools it was done to
 * @throws ImportConflict when the import is no import of records, or is undone
 */
export async function decideOnSchools(
  manager: EntityManager,
  { importId, decision, ids, userId }: RegisterDecision,
): Promise<number> {
  const record = await manager.findOneByOrFail(ImportEntity, { id: importId });
  if (record.dryRun) {
    throw new ImportConflict('This was only a check. Import the file, and then decide.');
  }
  if (record.status !== 'done') {
    throw new ImportConflict('Only an import that is done can be decided on.');
  }
  if (decision === 'undo') return undoDecisions(manager, importId, ids);
  // Imports compare and write under this lock, so none of them sees half of a decision.
  await LOCK_SCHOOLS.run(manager);
  const offers = await FIND_OFFERS.rows(manager, importId, ids);
  if (decision === 'keep') {
    for (const { id } of offers) await DECIDE.run(manager, { id, decision: 'kept', userId });
    return offers.length;
  }
  for (const offer of offers) await close(manager, offer, userId);
  await settle(manager);
  return offers.length;
}

async function close(manager: EntityManager, offer: Offer, userId: string): Promise<void> {
  const { id, urn, schoolId, status, closedOn, successorUrn, linked, successorOpenedOn } = offer;
  const dayBefore = successorOpenedOn && addDays(successorOpenedOn, -1);
  await CLOSE_SCHOOL.run(manager, schoolId, closedOn ?? dayBefore);
  const links = successorUrn !== null && !linked;
  if (links) await LINK.run(manager, { predecessorUrn: urn, successorUrn }, successorOpenedOn);
  const before = JSON.stringify({ status, closed_on: closedOn, linked: links });
  await DECIDE.run(manager, { id, decision: 'closed', userId, before, successorUrn });
}

/**
 * Takes decisions of an import back: a school that is still closed is as it was before.
 *
 * @returns how many decisions
 */
export async function undoDecisions(
  manager: EntityManager,
  importId: string,
  ids: readonly string[] | null = null,
): Promise<number> {
  await LOCK_SCHOOLS.run(manager);
  const decided = await FIND_DECIDED.rows(manager, importId, ids);
  for (const { urn, before, successorUrn, schoolId, status, establishmentType } of decided) {
    if (before?.linked) await UNLINK.run(manager, { predecessorUrn: urn, successorUrn });
    if (!before || !schoolId || status !== 'closed') continue;
    const stateFunded = isStateFunded(establishmentType ?? '');
    const inScope = isInScope({ status: before.status, stateFunded });
    const { status: was, closed_on: closedOn } = before;
    await OPEN_SCHOOL_AGAIN.run(manager, { schoolId, status: was, closedOn, inScope });
  }
  await UNDECIDE.run(
    manager,
    decided.map(({ id }) => id),
  );
  await settle(manager);
  return decided.length;
}

/** What follows from schools having closed or opened. */
async function settle(manager: EntityManager): Promise<void> {
  await rebuildLineage(manager);
  await inheritRegions(manager);
}
