import { type PriorityRefresh, REFRESH_LIST } from '@tracker/contract';
import { sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { type FilterConditions, isOneOf, isOneOfIds } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { notFound } from '../http/problem';

export const REFRESH_SPEC: ListSpec<typeof REFRESH_LIST> = {
  filters: REFRESH_LIST.filters,
  sorts: { id: 'f.id', createdAt: 'f.created_at', finishedAt: 'f.finished_at' },
  defaultOrder: 'f.created_at DESC',
  tieBreak: 'f.id',
};

/** A refresh as the contract has it. */
export const SELECT_REFRESH = sql`
  SELECT f.id, f.created_at AS "createdAt", f.status, f.schools, f.changed,
    f.requested_by_id AS "requestedById", u.name AS "requestedByName",
    f.started_at AS "startedAt", f.finished_at AS "finishedAt", f.message
  FROM priority_refreshes f
  LEFT JOIN users u ON u.id = f.requested_by_id`;

const READ_REFRESH = statement(
  'priority-queue.read-refresh',
  (id: string) => sql<PriorityRefresh>`${SELECT_REFRESH} WHERE f.id = ${id}`,
);

/** @throws 404 */
export async function getRefresh(manager: EntityManager, id: string): Promise<PriorityRefresh> {
  const refresh = await READ_REFRESH.row(manager, id);
  if (!refresh) throw notFound('the refresh');
  return refresh;
}

export const REFRESH_CONDITIONS: FilterConditions<typeof REFRESH_LIST> = {
  id: isOneOfIds('f.id'),
  status: isOneOf('f.status'),
};
