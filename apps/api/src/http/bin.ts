import { BIN_LIST, type FilterOf, type InBin, type SignedInUser } from '@tracker/contract';
import { capital, leavesBinOn, londonToday } from '@tracker/domain';
import { raw, type RecordEntity, type Sql } from '@tracker/data';
import type {
  EntityManager,
  EntityTarget,
  FindOptionsWhere,
  QueryDeepPartialEntity,
} from 'typeorm';
import { addFilters, type FilterConditions, is, isOneOfIds } from './filter-conditions';
import type { ListSpec } from './list-query';
import { conflict, notFound } from './problem';
import { SqlConditions } from './sql-conditions';

/** A record that can be deleted and brought back. */
interface Binned extends RecordEntity {
  deletedAt: Date | null;
  deletedById: string | null;
}

/** The list of a bin whose rows are called `row`, with their schools as `s`. */
export const binList = (row: string): ListSpec<typeof BIN_LIST> => ({
  filters: BIN_LIST.filters,
  sorts: { id: `${row}.id`, deletedAt: `${row}.deleted_at` },
  defaultOrder: `${row}.deleted_at DESC`,
  tieBreak: `${row}.id`,
});

export function binConditions(row: string, filter: FilterOf<typeof BIN_LIST>): SqlConditions {
  const conditions = new SqlConditions().add(`${row}.deleted_at IS NOT NULL`);
  const of: FilterConditions<typeof BIN_LIST> = {
    id: isOneOfIds(`${row}.id`),
    schoolId: is(`${row}.school_id`),
    regionId: isOneOfIds('s.region_id'),
  };
  return addFilters(conditions, of, filter);
}

/** When it was deleted and by whom, of `row` and `users d`. */
export const inBinColumns = (row: string): Sql =>
  raw(`${row}.deleted_at AS "deletedAt", d.name AS "deletedByName"`);

/** A record of a bin as it is read; the day on which it goes is the rule's to say. */
export type BinRow<Deleted extends InBin> = Omit<Deleted, 'deletedAt' | 'leavesOn'> & {
  deletedAt: Date;
};

/** A row of a bin with the day on which it goes for good. */
export const asInBin = <Row extends { deletedAt: Date }>(
  row: Row,
): Row & Pick<InBin, 'leavesOn'> => ({
  ...row,
  leavesOn: leavesBinOn(londonToday(row.deletedAt.getTime())),
});

/** Deletes a record that was taken with `lockForChange`; for a while it can be brought back. */
export async function putInBin<E extends Binned>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  { id }: E,
  user: Pick<SignedInUser, 'id'>,
): Promise<void> {
  const mark = { deletedAt: new Date(), deletedById: user.id };
  await manager.update(
    entity,
    { id } as FindOptionsWhere<E>,
    mark as unknown as QueryDeepPartialEntity<E>,
  );
}

/**
 * Takes a record out of the bin.
 *
 * @param what the kind of record with its article, `the contact`
 * @param mayRestore throws where the person may not
 * @throws 404 where it is gone for good; 409 where it was not deleted
 */
export async function takeFromBin<E extends Binned>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  id: string,
  { what, mayRestore }: { what: string; mayRestore: (record: E) => Promise<unknown> },
): Promise<E> {
  const which = { id } as FindOptionsWhere<E>;
  const record = await manager.findOne(entity, {
    where: which,
    withDeleted: true,
    lock: { mode: 'pessimistic_write' },
  });
  if (!record) throw notFound(what);
  await mayRestore(record);
  if (record.deletedAt === null) {
    throw conflict(`${capital(what)} is not deleted.`, record);
  }
  const none = { deletedAt: null, deletedById: null };
  await manager.update(entity, which, none as unknown as QueryDeepPartialEntity<E>);
  return record;
}
