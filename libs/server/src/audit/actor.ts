import type { AuditActor } from '@tracker/domain';
import type { DataSource, EntityManager } from 'typeorm';

/** Who is behind the changes of a transaction, as the audit trail writes it down. */
export interface Actor {
  kind: AuditActor;
  /** The person behind it, if there is one. */
  userId?: string | null;
  /** Reference of the request, id of the import, name of the command or process. */
  source?: string | null;
}

/** Says who is behind what the transaction changes from here on; over with the transaction. */
export async function actAs(manager: EntityManager, actor: Actor): Promise<void> {
  await manager.query(
    `SELECT set_config('tracker.actor', $1, true), set_config('tracker.user', $2, true),
       set_config('tracker.source', $3, true)`,
    [actor.kind, actor.userId ?? '', actor.source ?? ''],
  );
}

/** Runs `work` in one transaction in somebody's name. */
export async function writeAs<T>(
  dataSource: DataSource,
  actor: Actor,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return dataSource.transaction(async (manager) => {
    await actAs(manager, actor);
    return work(manager);
  });
}

/**
 * Who is behind what a process writes unless a transaction says otherwise, as PostgreSQL's start
 * options of a connection.
 */
export function actorOptions({ kind, source }: Pick<Actor, 'kind' | 'source'>): string {
  const name = source ? ` -c tracker.source=${source.replace(/[^\w-]/g, '-')}` : '';
  return `-c tracker.actor=${kind}${name}`;
}
