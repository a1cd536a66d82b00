import type { Report } from '@tracker/contract';
import { REPORT_FORMATS, REPORT_KINDS, REPORT_STATUSES } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import type { ListQuery, ListSpec } from '../http/list-query';
import { notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';

export const REPORT_LIST: ListSpec = {
  filters: {
    id: 'uuids',
    kind: REPORT_KINDS,
    format: REPORT_FORMATS,
    status: REPORT_STATUSES,
    requestedById: 'uuid',
  },
  sorts: {
    id: 'p.id',
    createdAt: 'p.created_at',
    kind: 'p.kind',
    status: 'p.status',
    finishedAt: 'p.finished_at',
    expiresAt: 'p.expires_at',
  },
  defaultOrder: 'p.created_at DESC',
  tieBreak: 'p.id',
};

/** A report as the contract has it. */
export const SELECT_REPORT = `
  SELECT p.id, p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt", p.kind, p.format,
    p.parameters ->> 'academicYear' AS "academicYear", p.parameters ->> 'asOf' AS "asOf",
    p.parameters ->> 'regionId' AS "regionId",
    (SELECT r.name FROM regions r WHERE r.id = (p.parameters ->> 'regionId')::uuid) AS "regionName",
    p.parameters -> 'columns' AS columns, p.status, p.progress,
    p.requested_by_id AS "requestedById", u.name AS "requestedByName",
    p.started_at AS "startedAt", p.finished_at AS "finishedAt", p.expires_at AS "expiresAt",
    coalesce(p.expires_at <= now(), false) AS expired, p.file_name AS "fileName", p.bytes, p.message
  FROM reports p
  LEFT JOIN users u ON u.id = p.requested_by_id`;

/** @throws 404 */
export async function getReport(manager: EntityManager, id: string): Promise<Report> {
  const [report]: Report[] = await manager.query(`${SELECT_REPORT} WHERE p.id = $1`, [id]);
  if (!report) throw notFound('the report');
  return report;
}

export function reportConditions({
  id,
  kind,
  format,
  status,
  requestedById,
}: ListQuery['filter']): SqlConditions {
  const conditions = new SqlConditions();
  if (id) conditions.add('p.id = ANY (?::uuid[])', id);
  if (kind) conditions.add('p.kind = ANY (?::text[])', [kind].flat());
  if (format) conditions.add('p.format = ANY (?::text[])', [format].flat());
  if (status) conditions.add('p.status = ANY (?::text[])', [status].flat());
  if (requestedById) conditions.add('p.requested_by_id = ?', requestedById);
  return conditions;
}
