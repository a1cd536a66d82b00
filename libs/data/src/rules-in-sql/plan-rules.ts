import {
  type Day,
  type LookResult,
  type PlanRecord,
  type PlanRules,
  renewalEndsOn,
  startingYearOf,
} from '@tracker/domain';
import { raw, shared, sql, type Sql } from '../sql';

// What is on record of a school's plan, of its row of `school_standings`, by default `t`, and of
// `schools`, by default `s`. Whose plans count for it is decided where the standing is written.

/** Rule 18: the state of its plan on a day. `planStanding` of the domain is the same with its sentence. */
export function planState(today: Day, rules: PlanRules, t = 't', s = 's'): Sql {
  const now = startingYearOf(today);
  const [year, before, opens] = [shared(now), shared(now - 1), shared(`${now}-09-01`)];
  const [years, looked] = [raw(`${t}.plan_years`), raw(`${t}.plan_looked_on`)];
  return sql`CASE
    WHEN ${years} && ARRAY[${year}::int, ${year}::int + 1] THEN 'current'
    WHEN ${shared(today <= renewalEndsOn(today, rules))}::boolean AND ${before}::int = ANY (${years})
      THEN 'to_renew'
    WHEN ${year}::int > ANY (${years}) THEN 'out_of_date'
    WHEN ${raw(s)}.phase = ANY (${shared(rules.phasesNotExpected)}::text[]) THEN 'not_expected'
    WHEN ${looked} >= ${opens}::date AND ${looked} < ${opens}::date + interval '1 year'
      AND ${raw(t)}.plan_look_result <> 'found' THEN 'none_found'
    ELSE 'not_looked' END`;
}

/** What `planRecordColumns` reads. */
export interface PlanRecordRow {
  phase: string | null;
  planYears: number[];
  planLookedOn: Day | null;
  planLookResult: LookResult | null;
  planToldYear: number | null;
  planToldAddress: string | null;
}

/** Columns of a statement, for `planRecordOf`. */
export const planRecordColumns = (t = 't', s = 's'): Sql =>
  sql`${raw(s)}.phase, ${raw(t)}.plan_years AS "planYears", ${raw(t)}.plan_looked_on AS "planLookedOn",
    ${raw(t)}.plan_look_result AS "planLookResult", ${raw(t)}.plan_told_year AS "planToldYear",
    ${raw(t)}.plan_told_address AS "planToldAddress"`;

/** As the domain judges it on a day: what a school said of an earlier year is said no more. */
export function planRecordOf(row: PlanRecordRow, today: Day): PlanRecord {
  const told = row.planToldYear !== null && row.planToldYear >= startingYearOf(today);
  return {
    ...{ yearsCovered: row.planYears, phase: row.phase },
    lastLook:
      row.planLookedOn !== null && row.planLookResult !== null
        ? { on: row.planLookedOn, result: row.planLookResult }
        : null,
    toldAddress: told ? (row.planToldAddress ?? '') : null,
  };
}

/**
 * Rule 19, of a row of `school_lineage`: plans of the ancestor count for the school, which is itself or
 * stands in one line with every other school before it. The standing is written by the same words.
 */
export const planCountsFor = (l = 'l'): Sql =>
  raw(`(${l}.ancestor_id = ${l}.school_id OR NOT EXISTS (
    SELECT FROM school_lineage o
    WHERE o.school_id = ${l}.school_id AND o.ancestor_id NOT IN (${l}.school_id, ${l}.ancestor_id)
      AND NOT EXISTS (SELECT FROM school_lineage c
        WHERE c.school_id = o.ancestor_id AND c.ancestor_id = ${l}.ancestor_id)
      AND NOT EXISTS (SELECT FROM school_lineage c
        WHERE c.school_id = ${l}.ancestor_id AND c.ancestor_id = o.ancestor_id)))`);
