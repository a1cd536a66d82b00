import { ANY, type CountedPlanField, type PlanSplitBy, startingYear } from '@tracker/domain';
import { BY_ITS_VALUES } from '../database';
import { GROUPED_SCHOOL, narrowedTo, SAMPLE_GROUP, type SchoolGroup } from '../school-answers';
import { raw, shared, sql, type Sql, statement } from '../sql';
import {
  isOf,
  phasesExpected,
  plansInForce,
  sayingUnlabelled,
  taggedPriorities,
} from './plans-in-force';

/** How many schools say this. */
export interface CountedFact {
  field: CountedPlanField;
  /** `ANY` counts a school once, whatever parts it says it of. */
  part: string;
  value: string;
  schools: number;
  /** Of them those that name it first of the field. */
  first: number;
  /** Of minutes. */
  number: number | null;
  /** Of minutes. */
  phase: string | null;
}

const yearInSql = ({ academicYear }: SchoolGroup): Sql =>
  sql`${shared(startingYear(academicYear))}::int`;

/**
 * WITH `plan`: the schools of a group in scope with a confirmed plan, by what groups are made of them. Planned by its
 * values, as one plan for a region and for the whole hub is right for neither.
 */
const withPlan = (group: SchoolGroup, year: Sql): Sql => sql`${raw(BY_ITS_VALUES)}
  WITH plan AS MATERIALIZED (
    SELECT g.*, p.from_id FROM ${plansInForce(year, group.regionId)} p
    JOIN (SELECT ${GROUPED_SCHOOL} FROM schools s WHERE s.in_scope) g ON g.school_id = p.school_id
    WHERE ${narrowedTo(group)})`;

const minutes: CountedPlanField = 'minutesPerWeek';
const COUNTS = sql`count(*) AS schools, count(*) FILTER (WHERE v.number = 1) AS first`;
const isWhole = ({ phase, fsmBand }: SchoolGroup): boolean =>
  phase === undefined && fsmBand === undefined;

/**
 * Of schools' own plans how many say each value, in the order of the year's index. Of the whole hub all are
 * counted, and those of the few schools out of scope are taken away: asking of each row whether its school
 * is in scope takes twice as long. Of a region its few schools are looked up.
 */
function countOwn(group: SchoolGroup, year: Sql): Sql {
  const rows = sql`FROM plan_values v WHERE v.year = ${year} AND v.field <> ${shared(minutes)}`;
  const by = raw('GROUP BY v.field, v.part, v.value');
  if (group.regionId !== undefined) {
    return sql`SELECT v.field, v.part, v.value, ${COUNTS}
      FROM plan p JOIN plan_values v ON v.school_id = p.school_id AND v.year = ${year}
      WHERE p.school_id = p.from_id AND v.field <> ${shared(minutes)} ${by}`;
  }
  if (!isWhole(group)) {
    return sql`SELECT v.field, v.part, v.value, ${COUNTS} ${rows}
      AND (v.school_id IN (SELECT p.school_id FROM plan p WHERE p.school_id = p.from_id)) IS TRUE ${by}`;
  }
  return sql`SELECT v.field, v.part, v.value, sum(v.schools) AS schools, sum(v.first) AS first FROM (
      SELECT v.field, v.part, v.value, ${COUNTS} ${rows} ${by}
      UNION ALL
      SELECT v.field, v.part, v.value, -count(*), -count(*) FILTER (WHERE v.number = 1)
      FROM schools s CROSS JOIN LATERAL (
        SELECT v.field, v.part, v.value, v.number ${rows} AND v.school_id = s.id OFFSET 0) v
      WHERE NOT s.in_scope ${by}) v
    ${by} HAVING sum(v.schools) > 0`;
}

/**
 * Everything that confirmed plans of a year say, of the schools of a group: each value, minutes by phase
 * and number, and of what has parts how many schools say it of any. Rows that are alike add up: those of
 * schools' own plans, and one by one those of the few that have the plan of a school before them.
 */
export const COUNT_FACTS = statement(
  'plan-figures.count-facts',
  (group: SchoolGroup) => {
    const year = yearInSql(group);
    const each = (which: Sql) => sql`plan p JOIN plan_values v
      ON v.school_id = p.from_id AND v.year = ${year} AND ${which}`;
    const any = (field: CountedPlanField) => sql`
  SELECT ${shared(field)}, ${shared(ANY)}, ${shared(ANY)}, count(*)::int, 0, NULL, NULL FROM plan p
  WHERE p.from_id IN (SELECT v.school_id FROM plan_values v
    WHERE v.year = ${year} AND v.field = ${shared(field)})`;
    return sql<CountedFact>`${withPlan(group, year)}
  SELECT v.field, v.part, v.value, v.schools::int, v.first::int, NULL::float8 AS number, NULL AS phase
  FROM (${countOwn(group, year)}) v
  UNION ALL
  SELECT v.field, v.part, v.value, v.schools::int, v.first::int, NULL, NULL FROM (
    SELECT v.field, v.part, v.value, ${COUNTS}
    FROM ${each(sql`p.school_id <> p.from_id AND v.field <> ${shared(minutes)}`)}
    GROUP BY v.field, v.part, v.value) v
  UNION ALL
  SELECT v.field, v.part, v.value, count(*)::int, 0, v.number::float8, p.phase
  FROM ${each(sql`v.field = ${shared(minutes)}`)} GROUP BY v.field, v.part, v.value, v.number, p.phase
  UNION ALL ${any('hour')}
  UNION ALL ${any(minutes)}
  UNION ALL
  SELECT 'wholeClassInstrument', ${shared(ANY)}, o.value, count(*)::int, 0, NULL, NULL FROM (
    SELECT DISTINCT v.value, p.school_id FROM ${each(sql`v.field = 'wholeClassInstrument'`)}) o
  GROUP BY o.value`;
  },
  [SAMPLE_GROUP],
);

/**
 * How many schools in scope a group has of each phase, how many of them with a confirmed plan, and how many
 * with one that says something to do next that has no label.
 */
export const COUNT_PHASES = statement(
  'plan-figures.count-phases',
  (group: SchoolGroup) => sql<{
    phase: string | null;
    schools: number;
    confirmed: number;
    unlabelled: number;
  }>`${withPlan(group, yearInSql(group))}, school AS (
    SELECT phase, count(*)::int AS schools
    FROM (SELECT ${GROUPED_SCHOOL} FROM schools s WHERE s.in_scope) g
    WHERE ${narrowedTo(group)} GROUP BY phase)
  SELECT s.phase, s.schools, coalesce(p.confirmed, 0) AS confirmed,
    coalesce(p.unlabelled, 0) AS unlabelled
  FROM school s LEFT JOIN (
    SELECT phase, count(*)::int AS confirmed,
      (count(*) FILTER (WHERE from_id IN (${sayingUnlabelled(yearInSql(group))})))::int AS unlabelled
    FROM plan GROUP BY phase) p
    ON p.phase IS NOT DISTINCT FROM s.phase`,
  [SAMPLE_GROUP],
);

/** How many schools want to do something next that has a label, the label of most schools first. */
export const COUNT_TAGS = statement(
  'plan-figures.count-tags',
  (group: SchoolGroup) => {
    const year = yearInSql(group);
    return sql<{ id: string; label: string; schools: number }>`${withPlan(group, year)}
  SELECT t.id, t.label, count(DISTINCT p.school_id)::int AS schools
  FROM plan p CROSS JOIN LATERAL ${taggedPriorities('p.from_id', year)}
  JOIN answer_tags t ON t.id = g.tag_id
  GROUP BY t.id ORDER BY schools DESC, t.label COLLATE "und-x-icu", t.id`;
  },
  [SAMPLE_GROUP],
);

export interface SplitAsked {
  by: PlanSplitBy;
  field: CountedPlanField;
  /** `ANY` for a field as a whole. */
  part: string;
}

/** Of one group of schools: `value` is `ANY` for those that say anything of it. */
export interface SplitRow {
  key: string | null;
  value: string;
  schools: number;
  /** Of minutes. */
  number: number | null;
}

const SPLIT_KEYS: Record<PlanSplitBy, Sql> = {
  region: raw('p.region_id::text'),
  phase: raw('p.phase'),
  fsmBand: raw('p.band'),
};

/** One field of the schools of a group, split by region, phase or band. */
export const SPLIT_FACT = statement(
  'plan-figures.split-fact',
  (group: SchoolGroup, asked: SplitAsked) => {
    const year = yearInSql(group);
    const key = SPLIT_KEYS[asked.by];
    const said = sql`plan p JOIN plan_values v
      ON v.school_id = p.from_id AND v.year = ${year} AND ${isOf(asked)}`;
    return sql<SplitRow>`${withPlan(group, year)}
  SELECT ${key} AS key, v.value, count(DISTINCT p.school_id)::int AS schools,
    CASE WHEN v.field = ${shared(minutes)} THEN v.number::float8 END AS number
  FROM ${said} GROUP BY 1, 2, 4
  UNION ALL
  SELECT ${key}, ${ANY}, count(DISTINCT p.school_id)::int, NULL FROM ${said} GROUP BY 1`;
  },
  [SAMPLE_GROUP, { by: 'region', field: 'hour', part: 'ks2' }],
);

/** Those groups with a confirmed plan, and how many of their schools do not state the field but could. */
export const SPLIT_GROUPS = statement(
  'plan-figures.split-groups',
  (group: SchoolGroup, asked: SplitAsked) => {
    const year = yearInSql(group);
    const phases = phasesExpected(asked);
    const expected = phases === null ? raw('true') : sql`p.phase = ANY (${phases}::text[])`;
    const silent = sql`NOT EXISTS (SELECT FROM plan_values v
      WHERE v.school_id = p.from_id AND v.year = ${year} AND ${isOf(asked)})`;
    return sql<{
      key: string | null;
      label: string | null;
      confirmed: number;
      notStated: number;
    }>`${withPlan(group, year)}
  SELECT x.key, coalesce(n.name, x.key) AS label, x.confirmed, x."notStated" FROM (
    SELECT ${SPLIT_KEYS[asked.by]} AS key, count(*)::int AS confirmed,
      (count(*) FILTER (WHERE ${expected} AND ${silent}))::int AS "notStated"
    FROM plan p GROUP BY 1
  ) x LEFT JOIN regions n ON n.id::text = x.key
  ORDER BY coalesce(n.name, x.key) COLLATE "und-x-icu" NULLS LAST`;
  },
  [SAMPLE_GROUP, { by: 'region', field: 'hour', part: 'ks2' }],
);
