import {
  ANY,
  COUNTED_FIELDS,
  COUNTED_PLAN_FIELDS,
  type CountedPlanField,
  KEY_STAGES,
  NOT_STATED,
  phasesOfKeyStage,
  type PlanSplitBy,
  startingYear,
} from '@tracker/domain';
import {
  GROUPED_SCHOOL,
  groupInSql,
  inGroup,
  SAMPLE_GROUP,
  type SchoolGroup,
} from '../school-answers';
import { raw, shared, sql, type Sql, statement } from '../sql';
import { isOf, phasesExpected, plansInForce } from './plans-in-force';

/** Most values of a field that are told one by one. */
export const MOST_VALUES = 40;

/** How many schools say this; `part` and `value` may be `ANY`, `value` may be `NOT_STATED`. */
export interface CountedFact {
  field: CountedPlanField;
  part: string;
  value: string;
  schools: number;
  /** Of minutes, one decimal. */
  median: number | null;
  /** How many values of the field and part there are. */
  values: number;
}

const yearInSql = ({ academicYear }: SchoolGroup): Sql =>
  sql`${shared(startingYear(academicYear))}::int`;

/** `plan`: the schools of a group in scope with a confirmed plan, by what groups are made of them. */
const planOf = (group: SchoolGroup, year: Sql): Sql => sql`plan AS MATERIALIZED (
    SELECT g.*, p.from_id FROM ${plansInForce(year)} p
    JOIN (SELECT ${GROUPED_SCHOOL} FROM schools s WHERE s.in_scope) g ON g.school_id = p.school_id
    WHERE ${inGroup(groupInSql(group))})`;

const MEDIAN = raw(
  'round((percentile_cont(0.5) WITHIN GROUP (ORDER BY v.number))::numeric, 1)::float8',
);
const severalParts = COUNTED_PLAN_FIELDS.filter(
  (field) => COUNTED_FIELDS[field].parts === 'yearGroup',
);
const minutes: CountedPlanField = 'minutesPerWeek';

/**
 * Everything that confirmed plans of a year say, of the schools of a group: each value, how many
 * schools state anything of a field, and of each key stage how many of the schools that have it do not.
 */
export const COUNT_FACTS = statement(
  'plan-figures.count-facts',
  (group: SchoolGroup) => {
    const year = yearInSql(group);
    const stages = KEY_STAGES.flatMap((stage) =>
      phasesOfKeyStage(stage).map((phase) => [stage, phase]),
    );
    return sql<CountedFact>`
  WITH ${planOf(group, year)}, said AS MATERIALIZED (
    SELECT p.school_id, v.field, v.part, v.value, v.number
    FROM plan p JOIN plan_values v ON v.school_id = p.from_id AND v.year = ${year}
  ), counted AS (
    SELECT v.field, v.part, v.value, count(*)::int AS schools,
      CASE WHEN v.field = ${shared(minutes)} THEN ${MEDIAN} END AS median
    FROM said v GROUP BY v.field, v.part, v.value
    UNION ALL
    SELECT v.field, ${shared(ANY)}, v.value, count(DISTINCT v.school_id)::int, NULL
    FROM said v WHERE v.field = ANY (${severalParts}::text[]) GROUP BY v.field, v.value
  ), placed AS (
    SELECT c.*, count(*) OVER (PARTITION BY c.field, c.part)::int AS values,
      row_number() OVER (PARTITION BY c.field, c.part ORDER BY c.schools DESC, c.value) AS place
    FROM counted c)
  SELECT field, part, value, schools, median, values FROM placed WHERE place <= ${MOST_VALUES}
  UNION ALL
  SELECT field, ${shared(ANY)}, ${shared(ANY)}, count(*)::int, NULL, 0
  FROM (SELECT field, school_id FROM said GROUP BY field, school_id) each GROUP BY field
  UNION ALL
  SELECT ${shared(minutes)}, e.stage, ${NOT_STATED}, count(*)::int, NULL, 0
  FROM unnest(${stages.map(([stage]) => stage)}::text[], ${stages.map(([, phase]) => phase)}::text[])
    AS e (stage, phase)
  JOIN plan p ON p.phase = e.phase
  WHERE NOT EXISTS (SELECT FROM said v
    WHERE v.school_id = p.school_id AND v.field = ${shared(minutes)} AND v.part = e.stage)
  GROUP BY e.stage`;
  },
  [SAMPLE_GROUP],
);

/** How many schools in scope a group has. */
export const COUNT_GROUP = statement(
  'plan-figures.count-group',
  (group: SchoolGroup) => sql<{ schools: number }>`
  SELECT count(*)::int AS schools
  FROM (SELECT ${GROUPED_SCHOOL} FROM schools s WHERE s.in_scope) g WHERE ${inGroup(groupInSql(group))}`,
  [SAMPLE_GROUP],
);

export interface SplitAsked {
  by: PlanSplitBy;
  field: CountedPlanField;
  /** `ANY` for a field as a whole. */
  part: string;
}

/** Of one group: `value` is `ANY` for all with a confirmed plan. */
export interface SplitRow {
  key: string | null;
  label: string | null;
  value: string;
  schools: number;
  median: number | null;
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
    const phases = phasesExpected(asked);
    const said = sql`v.school_id = p.from_id AND v.year = ${year} AND ${isOf(asked)}`;
    return sql<SplitRow>`
  WITH ${planOf(group, year)}
  SELECT x.key, n.name AS label, x.value, x.schools, x.median FROM (
    SELECT ${key} AS key, ${shared(ANY)} AS value, count(*)::int AS schools, NULL::float8 AS median
    FROM plan p GROUP BY 1
    UNION ALL
    SELECT ${key}, v.value, count(DISTINCT p.school_id)::int,
      CASE WHEN v.field = ${minutes} THEN ${MEDIAN} END
    FROM plan p JOIN plan_values v ON ${said} GROUP BY 1, v.field, v.value
    UNION ALL
    SELECT ${key}, ${NOT_STATED}, count(*)::int, NULL FROM plan p
    WHERE ${phases === null ? raw('true') : sql`p.phase = ANY (${phases}::text[])`}
      AND NOT EXISTS (SELECT FROM plan_values v WHERE ${said})
    GROUP BY 1
  ) x LEFT JOIN regions n ON n.id::text = x.key
  ORDER BY coalesce(n.name, x.key) COLLATE "und-x-icu" NULLS LAST, x.schools DESC, x.value`;
  },
  [SAMPLE_GROUP, { by: 'region', field: 'hour', part: 'ks2' }],
);
