import { unloggedVisit } from '../rules-in-sql';
import { nothing, raw, sql, statement } from '../sql';
import { REASON_ALIKE, VISIT_DAY, VISIT_REASON } from '../visits';
import { type Counted, SAMPLE } from './what-is-counted';

/** What may have become of a visit whose day was agreed. */
export type OutcomeKey =
  'held' | 'cancelled_by_school' | 'cancelled_by_hub' | 'not_held' | 'unlogged';

/** Visits that ended alike and, where they were not held, for a like reason. */
export interface CountedOutcome {
  /** `cancelled` where nobody has said by whom. */
  outcome: OutcomeKey | 'cancelled';
  /** As most people wrote it; null where nothing was written. */
  reason: string | null;
  /** What the same reasons have in common. */
  alike: string | null;
  visits: number;
}

/** Visits whose day was among those asked for, by what became of them. */
export const COUNT_OUTCOMES = statement(
  'figures.outcomes',
  ({ regionId, span, scopeDay }: Counted) => sql<CountedOutcome>`
    SELECT outcome, alike, mode() WITHIN GROUP (ORDER BY reason) AS reason, count(*)::int AS visits
    FROM (
      SELECT CASE v.status WHEN 'completed' THEN 'held' WHEN 'not_held' THEN 'not_held'
          WHEN 'cancelled' THEN 'cancelled' || coalesce('_by_' || v.cancelled_by, '')
          ELSE 'unlogged' END AS outcome,
        nullif(btrim(${VISIT_REASON}), '') AS reason, nullif(${REASON_ALIKE}, '') AS alike
      FROM visits v ${regionId ? raw('JOIN schools s ON s.id = v.school_id') : nothing}
      WHERE ${VISIT_DAY} BETWEEN ${span.from}::date AND ${span.to}::date
        AND (v.status IN ('completed', 'not_held', 'cancelled')
          OR ${unloggedVisit(sql`${scopeDay.day}`)})
        ${regionId ? sql`AND s.region_id = ${regionId}::uuid` : nothing}
    ) ended
    GROUP BY outcome, alike ORDER BY visits DESC, alike`,
  [SAMPLE],
);
