import type { AuditActor } from '@tracker/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { type Sql, sql, statement } from '../sql';

/** Who is behind the changes of a transaction, as the audit trail writes it down. */
export interface Actor {
  kind: AuditActor;
  /** The person behind it, if there is one. */
  userId?: string | null;
  /** Reference of the request, id of the import, name of the command or process. */
  source?: string | null;
}

/** Columns that say who is behind the transaction, by being read. */
export const actorIs = ({ kind, userId, source }: Actor): Sql => sql`
  set_config('tracker.actor', ${kind}, true), set_config('tracker.user', ${userId ?? ''}, true),
    set_config('tracker.source', ${source ?? ''}, true)`;

const ACT_AS = statement('audit.act-as', (actor: Actor) => sql`SELECT ${actorIs(actor)}`);

/** Says who is behind what the transaction changes from here on; over with the transaction. */
export async function actAs(manager: EntityManager, actor: Actor): Promise<void> {
  await ACT_AS.run(manager, actor);
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
