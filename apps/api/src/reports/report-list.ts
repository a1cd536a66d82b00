import { type Report, REPORT_LIST } from '@tracker/contract';
import { sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { type FilterConditions, is, isOneOf, isOneOfIds } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { notFound } from '../http/problem';

export const REPORT_SPEC: ListSpec<typeof REPORT_LIST> = {
  filters: REPORT_LIST.filters,
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
export const SELECT_REPORT = sql<Report>`
  SELECT p.id, p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt", p.kind, p.format,
    p.parameters ->> 'academicYear' AS "academicYear", p.parameters ->> 'asOf' AS "asOf",
    p.parameters ->> 'regionId' AS "regionId",
    (SELECT r.name FROM regions r WHERE r.id = (p.parameters ->> 'regionId')::uuid) AS "regionName",
    p.parameters -> 'columns' AS columns, p.status, p.progress,
    p.requested_by_id AS "requestedById", u.name AS "requestedByName",
    p.started_at AS "startedAt", p.finished_at AS "finishedAt", p.expires_at AS "expiresAt",
    coalesce(p.expires_at <= now(), false) AS expired, p.file_name AS "fileName", p.bytes,
    p.missing_in_pdf AS "missingInPdf", p.message
  FROM reports p
  LEFT JOIN users u ON u.id = p.requested_by_id`;

const READ = statement(
  'reports.read',
  (id: string) => sql<Report>`${SELECT_REPORT} WHERE p.id = ${id}`,
);

/** @throws 404 */
export async function getReport(manager: EntityManager, id: string): Promise<Report> {
  const report = await READ.row(manager, id);
  if (!report) throw notFound('the report');
  return report;
}

/** The filters of a list of reports as conditions on `p`. */
export const REPORT_CONDITIONS: FilterConditions<typeof REPORT_LIST> = {
  id: isOneOfIds('p.id'),
  kind: isOneOf('p.kind'),
  format: isOneOf('p.format'),
  status: isOneOf('p.status'),
  requestedById: is('p.requested_by_id'),
};
