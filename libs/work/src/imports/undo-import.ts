import { isInScope, isStateFunded } from '@tracker/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, writeAs, ImportEntity, isPassing, sql, statement } from '@tracker/data';
import { rebuildLineage } from '../scoring';
import { MOST_ATTEMPTS } from './attempts';
import { ImportConflict } from './import-problem';
import { ImportTurnTaken, takeTurn } from './import-turn';
import {
  DELETE_LINKS_CREATED,
  DELETE_OUTCOMES_CREATED,
  DELETE_VISITS_CREATED,
  FIND_LINKS_TO_UNDO,
  FIND_VISITS_TO_UNDO,
  RECORD_VISITS_RESTORED,
  RESTORE_LINKS,
  RESTORE_OUTCOMES,
  RESTORE_VISITS,
} from './undo-links-visits.queries';
import {
  DELETE_LOOKS_CREATED,
  DELETE_PLANS_CREATED,
  FIND_LOOKS_TO_UNDO,
  FIND_PLANS_TO_UNDO,
  RESTORE_PLANS,
} from './plans/undo-plans.queries';
import { undoDecisions } from './register-decisions';
import { whatStays } from './undo-message';
import {
  DELETE_SCHOOLS_CREATED,
  DERIVE_REGIONS,
  DERIVE_SCOPE,
  FIND_SCHOOLS_CREATED,
  FIND_SCHOOLS_TO_RESTORE,
  KINDS_OF_SCHOOL_TOUCHED,
  RESTORE_SCHOOLS,
} from './undo-schools.queries';

const ASK = statement(
  'imports.ask-for-undo',
  (importId: string, userId: string | null) => sql<{ id: string }>`
  UPDATE imports SET status = 'undoing', undo_requested_by_id = ${userId}, message = NULL,
    attempts = 0, version = version + 1, updated_at = now()
  WHERE id = ${importId} AND status = 'done' AND NOT dry_run RETURNING id`,
);

/**
 * Asks for an import to be undone: it becomes `undoing`, and `undoImport` does it.
 *
 * @param userId who asks
 * @throws ImportConflict when it is not done, was a dry run, or is undone already
 */
export async function requestUndo(
  manager: EntityManager,
  importId: string,
  userId: string | null,
): Promise<void> {
  if (await ASK.row(manager, importId, userId)) return;
  const record = await manager.findOneByOrFail(ImportEntity, { id: importId });
  throw new ImportConflict(whyNot(record));
}

function whyNot({ status, dryRun }: ImportEntity): string {
  if (status === 'undone') return 'This import is undone already.';
  if (status === 'undoing') return 'This import is being undone.';
  if (status === 'failed')
    return 'This import failed and changed nothing, so there is nothing to undo.';
  if (dryRun) return 'A dry run changes nothing, so there is nothing to undo.';
  return 'This import is not finished yet.';
}

// Nothing may be hung on a school between looking and deleting; whoever reads is not kept waiting.
const KEEP_STILL = statement(
  'imports.keep-still',
  () => sql`
  LOCK TABLE schools, visits, contacts, follow_up_actions, music_development_plans, plan_looks,
    plan_documents, queue_holds
  IN SHARE ROW EXCLUSIVE MODE`,
);

// A ranking at work holds these rows and then wants the schools; deleting schools goes the other way.
const AWAIT_RANKING = statement(
  'imports.await-ranking',
  () => sql`SELECT FROM stale_scores ORDER BY school_id FOR UPDATE`,
);

const GIVEN_UP =
  'The undo was begun three times and broke off each time, so it was given up; nothing was changed.';

class UndoGivenUp extends Error {}

const BEGIN_UNDO = statement(
  'imports.begin-undo',
  (importId: string) => sql<{ attempts: number }>`
  UPDATE imports SET attempts = attempts + 1 WHERE id = ${importId} AND status = 'undoing'
  RETURNING attempts`,
);

const FINISH = statement(
  'imports.finish-undo',
  (importId: string, message: string | null) => sql`
  UPDATE imports SET status = 'undone', message = ${message}, version = version + 1,
    updated_at = clock_timestamp()
  WHERE id = ${importId}`,
);

const GIVE_BACK = statement(
  'imports.give-undo-up',
  (importId: string, message: string) => sql`
  UPDATE imports SET status = 'done', message = ${message}
  WHERE id = ${importId} AND status = 'undoing'`,
);

/**
 * Takes a whole import back in one transaction: what it changed is put back column by column where
 * it still reads as the import left it, what it created is deleted where nothing hangs on it and
 * nobody changed it. What stays is said in the import's `message`.
 *
 * @returns the import as it is afterwards, `undone`
 * @throws ImportConflict when it is not `done` or `undoing`, or was a dry run
 */
export async function undoImport(
  dataSource: DataSource,
  importId: string,
  { wait = true }: { wait?: boolean } = {},
): Promise<ImportEntity> {
  const imports = dataSource.getRepository(ImportEntity);
  const asked = await imports.findOneByOrFail({ id: importId });
  const actor: Actor = { kind: 'undo', userId: asked.undoRequestedById, source: importId };
  try {
    await takeTurn(dataSource, actor, wait, async (manager) => {
      // On another connection, so that it stays counted when this process dies over it.
      const begun = await BEGIN_UNDO.row(dataSource, importId);
      if ((begun?.attempts ?? 0) > MOST_ATTEMPTS) throw new UndoGivenUp(GIVEN_UP);
      const record = await manager.findOneOrFail(ImportEntity, {
        where: { id: importId },
        lock: { mode: 'pessimistic_write' },
      });
      if (record.dryRun || !['done', 'undoing'].includes(record.status)) {
        throw new ImportConflict(whyNot(record));
      }
      await KEEP_STILL.run(manager);
      await AWAIT_RANKING.run(manager);
      await undoRecords(manager, importId);
      const message = await whatStays(manager);
      await rebuildLineage(manager);
      await FINISH.run(manager, importId, message);
    });
  } catch (error) {
    if (error instanceof ImportConflict || error instanceof ImportTurnTaken || isPassing(error)) {
      throw error;
    }
    const givenUp = error instanceof UndoGivenUp;
    const sentence = givenUp
      ? error.message
      : 'It could not be undone because of a fault in the tracker, and nothing was changed.';
    await writeAs(dataSource, actor, (own) => GIVE_BACK.run(own, importId, sentence));
    if (!givenUp) throw error;
  }
  return imports.findOneByOrFail({ id: importId });
}

async function undoRecords(manager: EntityManager, importId: string): Promise<void> {
  await undoDecisions(manager, importId);
  await FIND_VISITS_TO_UNDO.run(manager, importId);
  await DELETE_VISITS_CREATED.run(manager);
  await DELETE_OUTCOMES_CREATED.run(manager);
  await RESTORE_OUTCOMES.run(manager);
  await RESTORE_VISITS.run(manager);
  await RECORD_VISITS_RESTORED.run(manager);
  await FIND_PLANS_TO_UNDO.run(manager, importId);
  await DELETE_PLANS_CREATED.run(manager);
  await RESTORE_PLANS.run(manager);
  await FIND_LOOKS_TO_UNDO.run(manager, importId);
  await DELETE_LOOKS_CREATED.run(manager);
  await FIND_LINKS_TO_UNDO.run(manager, importId);
  await DELETE_LINKS_CREATED.run(manager);
  await RESTORE_LINKS.run(manager);
  await FIND_SCHOOLS_TO_RESTORE.run(manager, importId);
  await RESTORE_SCHOOLS.run(manager);
  await FIND_SCHOOLS_CREATED.run(manager, importId);
  await DELETE_SCHOOLS_CREATED.run(manager);
  await deriveScope(manager);
  await DERIVE_REGIONS.run(manager);
}

/** `in_scope` of the schools put back, by the domain's rule over what they are now. */
async function deriveScope(manager: EntityManager): Promise<void> {
  const kinds = await KINDS_OF_SCHOOL_TOUCHED.rows(manager);
  await DERIVE_SCOPE.run(manager, {
    statuses: kinds.map(({ status }) => status),
    types: kinds.map(({ establishmentType }) => establishmentType),
    inScope: kinds.map(({ status, establishmentType }) =>
      isInScope({ status, stateFunded: isStateFunded(establishmentType ?? '') }),
    ),
  });
}
