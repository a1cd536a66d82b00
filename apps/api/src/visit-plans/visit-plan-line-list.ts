import {
  reachOf,
  type SignedInUser,
  VISIT_PLAN_LINE_LIST,
  type VisitPlanLine,
} from '@tracker/contract';
import { type StaleKey, staleSentence } from '@tracker/domain';
import {
  agreedVisit,
  heldVisit,
  openPlanLine,
  raw,
  sql,
  statement,
  VISIT_DAY,
} from '@tracker/data';
import type { EntityManager } from 'typeorm';
import {
  addFilters,
  type FilterConditions,
  holds,
  is,
  isOneOf,
  isOneOfIds,
} from '../http/filter-conditions';
import type { ListQuery, ListSpec } from '../http/list-query';
import { forbidden, notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { SCHOOL_GROUP_CONDITIONS } from '../schools/school-filters';

export const VISIT_PLAN_LINE_SPEC: ListSpec<typeof VISIT_PLAN_LINE_LIST> = {
  filters: VISIT_PLAN_LINE_LIST.filters,
  sorts: {
    id: 'l.id',
    date: 'l.date',
    schoolName: 's.name COLLATE "und-x-icu"',
    visitorName: 'u.name COLLATE "und-x-icu"',
    km: 'l.km',
    halfTermsLate: 'l.half_terms_late',
    band: 'l.band',
    status: 'l.status',
  },
  // The lines of a visitor's day stand together.
  defaultOrder: 'l.date, u.name COLLATE "und-x-icu"',
  tieBreak: 'l.date, s.urn, l.id',
};

/** A line as it is stored: why it is stale as its key alone. */
export type StoredLine = Omit<VisitPlanLine, 'stale'> & { staleBecause: StaleKey | null };

export const SELECT_LINE = sql<StoredLine>`
  SELECT l.id, l.version, l.created_at AS "createdAt", l.updated_at AS "updatedAt",
    l.plan_id AS "planId", l.school_id AS "schoolId", s.urn, s.name AS "schoolName",
    s.region_id AS "regionId", r.name AS "regionName", s.phase, s.easting, s.northing, l.band,
    l.date, l.half_term AS "halfTerm", l.visitor_id AS "visitorId", u.name AS "visitorName",
    ARRAY(
      SELECT o.school_id FROM visit_plan_lines o
      WHERE o.plan_id = l.plan_id AND o.visitor_id = l.visitor_id AND o.date = l.date AND o.id <> l.id
        AND ${openPlanLine('o')}
      UNION
      SELECT v.school_id FROM visits v
      WHERE v.visitor_id = l.visitor_id AND (${agreedVisit()} OR ${heldVisit()})
        AND ${VISIT_DAY} = l.date AND v.id IS DISTINCT FROM l.visit_id AND v.school_id <> l.school_id
    ) AS "withSchoolIds",
    l.km, l.half_terms_late AS "halfTermsLate", l.reasons, l.moved,
    l.locked_by_id IS NOT NULL AS locked, k.name AS "lockedByName", l.status,
    l.stale_because AS "staleBecause", l.knowing, l.visit_id AS "visitId"
  FROM visit_plan_lines l
  JOIN visit_plans p ON p.id = l.plan_id
  JOIN schools s ON s.id = l.school_id
  JOIN users u ON u.id = l.visitor_id
  LEFT JOIN regions r ON r.id = s.region_id
  LEFT JOIN users k ON k.id = l.locked_by_id`;

export const asLine = ({ staleBecause: key, ...line }: StoredLine): VisitPlanLine => ({
  ...line,
  stale: key === null ? null : { key, sentence: staleSentence(key) },
});

const READ = statement(
  'visit-plan-lines.read',
  (id: string) => sql<StoredLine & { sent: boolean }>`
  SELECT line.*, p.sent_at IS NOT NULL AS sent
  FROM (${SELECT_LINE} WHERE l.id = ${id}) line JOIN visit_plans p ON p.id = line."planId"`,
);

const seesAll = (user: SignedInUser): boolean => reachOf(user, 'schoolRecords') === 'all';

/** @throws 403 */
function requireOwnRegions(user: SignedInUser, regionIds: readonly (string | null)[]): void {
  if (seesAll(user) || regionIds.every((id) => id !== null && user.regionIds.includes(id))) return;
  throw forbidden('You may see the lines of your own regions only.');
}

/** @throws 404, also where it was not sent to the teams yet; 403 of another region */
export async function getLine(
  manager: EntityManager,
  id: string,
  user: SignedInUser,
): Promise<VisitPlanLine> {
  const row = await READ.row(manager, id);
  if (!row) throw notFound('the line of the plan');
  const { sent, ...line } = row;
  requireOwnRegions(user, [line.regionId]);
  if (!sent && !seesAll(user)) throw notFound('the line of the plan');
  return asLine(line);
}

const CONDITIONS: FilterConditions<typeof VISIT_PLAN_LINE_LIST> = {
  id: isOneOfIds('l.id'),
  planId: is('l.plan_id'),
  halfTerm: is('l.half_term'),
  regionId: SCHOOL_GROUP_CONDITIONS.regionId,
  visitorId: is('l.visitor_id'),
  schoolId: isOneOfIds('l.school_id'),
  status: isOneOf('l.status'),
  moved: holds('l.moved IS NOT NULL'),
  locked: holds('l.locked_by_id IS NOT NULL'),
  from: (day) => sql`${raw('l.date')} >= ${day}::date`,
  to: (day) => sql`${raw('l.date')} <= ${day}::date`,
};

/**
 * What a list of lines shows somebody, on `l`, `p` and `s`: teams see those of their own regions, of plans that were
 * sent to them.
 *
 * @throws 403 where a team asks for another region
 */
export function lineConditions(
  filter: ListQuery<typeof VISIT_PLAN_LINE_LIST>['filter'],
  user: SignedInUser,
): SqlConditions {
  requireOwnRegions(user, filter.regionId ?? []);
  const conditions = addFilters(new SqlConditions(), CONDITIONS, filter);
  if (seesAll(user)) return conditions;
  return conditions
    .add('p.sent_at IS NOT NULL')
    .add(sql`s.region_id = ANY (${user.regionIds}::uuid[])`);
}
