import { PLAN_FACT_LIST, type PlanFactsOfSchool } from '@tracker/contract';
import {
  type AcademicYear,
  type Day,
  DEFAULT_PLAN_RULES,
  type PlanRules,
  type PlanState,
  startingYear,
} from '@tracker/domain';
import {
  GROUPED_SCHOOL,
  groupInSql,
  inGroup,
  planState,
  plansInForce,
  raw,
  SAMPLE_GROUP,
  type SchoolGroup,
  schoolsUnlabelled,
  schoolsWithTag,
  shared,
  type Sql,
  sql,
  statement,
} from '@tracker/data';
import { type FilterConditions, isOneOfIds } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { OneOfFound } from '../http/sql-conditions';
import { hasPlanFact, SCHOOL_GROUP_CONDITIONS } from '../schools/school-filters';
import { PRIORITIES_OF_DOCUMENT } from './priority-tags.queries';

/** How many schools in scope are in each state, by region. */
export const COUNT_STATES = statement(
  'development-plans.count-states',
  (today: Day, rules: PlanRules, group: SchoolGroup) =>
    sql<{ regionId: string | null; name: string | null; state: PlanState; schools: number }>`
  SELECT j.region_id AS "regionId", n.name, j.state, j.schools
  FROM (
    SELECT g.region_id, g.state, count(*)::int AS schools
    FROM (
      SELECT ${GROUPED_SCHOOL}, ${planState(today, rules)} AS state
      FROM schools s JOIN school_standings t ON t.school_id = s.id
      WHERE s.in_scope) g
    WHERE ${inGroup(groupInSql(group))}
    GROUP BY 1, 2) j
  LEFT JOIN regions n ON n.id = j.region_id
  ORDER BY n.name COLLATE "und-x-icu" NULLS LAST, j.region_id`,
  ['2024-11-20', DEFAULT_PLAN_RULES, SAMPLE_GROUP],
);

const SCHOOL_NAME = 's.name COLLATE "und-x-icu"';

export const PLAN_FACT_SPEC: ListSpec<typeof PLAN_FACT_LIST> = {
  filters: PLAN_FACT_LIST.filters,
  sorts: { id: 's.id', schoolName: SCHOOL_NAME, urn: 's.urn' },
  defaultOrder: SCHOOL_NAME,
  tieBreak: 's.id',
};

/** Of `s`, a school in scope with a confirmed plan for the year. */
export const PLAN_FACT_CONDITIONS: FilterConditions<typeof PLAN_FACT_LIST, { year: AcademicYear }> =
  {
    id: isOneOfIds('s.id'),
    academicYear: null,
    fact: (fact, { year }) => hasPlanFact(fact, year),
    tagId: (id, { year }) => new OneOfFound(raw('s.id'), schoolsWithTag(startingYear(year), id)),
    unlabelled: (wanted, { year }) =>
      wanted
        ? new OneOfFound(raw('s.id'), schoolsUnlabelled(startingYear(year)))
        : sql`NOT s.id IN (${schoolsUnlabelled(startingYear(year))})`,
    regionId: SCHOOL_GROUP_CONDITIONS.regionId,
    phase: SCHOOL_GROUP_CONDITIONS.phase,
    fsmBand: SCHOOL_GROUP_CONDITIONS.fsmBand,
  };

const withPlan = (year: Sql): Sql =>
  sql`${plansInForce(year)} p JOIN schools s ON s.id = p.school_id AND s.in_scope`;

/** @param startingIn the year in which the academic year begins */
export function selectFacts(startingIn: number): { select: Sql<PlanFactsOfSchool>; counted: Sql } {
  const year = sql`${shared(startingIn)}::int`;
  return {
    select: sql`
  SELECT s.id, s.id AS "schoolId", s.urn, s.name AS "schoolName", s.region_id AS "regionId", s.phase,
    s.fsm_percent AS "fsmPercent", CASE WHEN o.id <> s.id THEN o.name END AS "ofSchoolName",
    d.document_id AS "documentId",
    (SELECT json_agg(json_build_object('field', v.field, 'part', v.part, 'value', v.value,
        'number', v.number) ORDER BY v.seq)
      FROM plan_values v WHERE v.document_id = d.document_id AND v.year = d.year
        AND v.field <> 'plan') AS facts,
    ${PRIORITIES_OF_DOCUMENT} AS priorities
  FROM ${withPlan(year)} JOIN schools o ON o.id = p.from_id
  JOIN plan_values d ON d.school_id = p.from_id AND d.year = ${year} AND d.field = 'plan'`,
    counted: sql`SELECT s.id FROM ${withPlan(year)}`,
  };
}
