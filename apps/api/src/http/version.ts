import type { RecordEntity } from '@tracker/data';
import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import { conflict, notFound, unacceptableField } from './problem';

/**
 * Takes a record for changing: locks its row until the transaction ends and refuses a stale version.
 *
 * @param what the kind of record with its article, `the school`
 * @param version the version the change was made from; undefined skips the check
 * @param present how the current record is shown to whoever came second
 * @throws 404; 409 with the record as it is now in `current`
 */
export async function lockForChange<E extends RecordEntity>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  id: string,
  { what, version, present }: { what: string; version?: number; present?: () => Promise<unknown> },
): Promise<E> {
  const record = await manager.findOne(entity, {
    where: { id } as FindOptionsWhere<E>,
    lock: { mode: 'pessimistic_write' },
  });
  if (!record) throw notFound(what);
  await refuseStale(record, { what, version, present });
  return record;
}

/** @throws 409 where a record that is locked was changed since the version the change was made from */
export async function refuseStale(
  record: RecordEntity,
  { what, version, present }: { what: string; version?: number; present?: () => Promise<unknown> },
): Promise<void> {
  if (version === undefined || version === record.version) return;
  throw conflict(
    `Someone else has saved ${what} since you opened it. Compare both versions and choose.`,
    present ? await present() : record,
  );
}

/** A full update must say which version it was made from. */
export function requireVersion(version: number | undefined): number {
  if (version === undefined) {
    throw unacceptableField('version', 'Say which version of the record the change was made from.');
  }
  return version;
}
