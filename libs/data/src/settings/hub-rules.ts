import { isDeepStrictEqual } from 'node:util';
import {
  type FactorName,
  type HubRules,
  ranksAgain,
  startingYear,
  YEARS_IN_CYCLE,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { SettingEntity } from '../database';
import { markAllStale } from '../schools';
import { rowsOf, sql, statement } from '../sql';
import { settingsFrom, STORED_SETTINGS, type StoredSettings } from './hub-settings';

const KEYS = [
  ...(['kindsNotCounting', 'firstCycleStartsIn', 'targetVisits', 'weights'] as const),
  ...(['planRules', 'planWords', 'fetchPlans', 'calendarHosts', 'planning'] as const),
];

/** Those in step with the year in which the first one starts open by themselves. */
const DROP_CYCLES_OUT_OF_STEP = statement(
  'settings.drop-cycles-out-of-step',
  (firstYear: number) => sql`
  DELETE FROM visit_cycles
  WHERE (left(starts_in, 4)::int - ${firstYear}::int) % ${YEARS_IN_CYCLE}::int <> 0`,
);

/** A hub's rules and how often they were changed. */
export interface StoredHubRules extends HubRules {
  /** 1 for a hub that never changed any. */
  version: number;
  /** Factors that came after the points were saved. */
  newFactors: FactorName[];
}

// Each is a row that counts its own changes; none is ever taken away, so the sum only rises.
const READ = statement(
  'settings.read-rules',
  () => sql<{ stored: StoredSettings; changes: number }>`
  SELECT ${STORED_SETTINGS} AS stored,
    (SELECT coalesce(sum(version), 0)::int FROM settings WHERE key = ANY (${KEYS}::text[])) AS changes`,
);

/** The rules in force, defaults filled in, as they are now. */
export async function getHubRules(manager: EntityManager): Promise<StoredHubRules> {
  const { stored, changes } = await READ.one(manager);
  const { kindsNotCounting, firstCycleStartsIn, targetVisits, weights, newFactors, ...others } =
    settingsFrom(stored);
  const { planRules, planWords, fetchPlans, calendarHosts, planning } = others;
  return {
    ...{ kindsNotCounting, firstCycleStartsIn, targetVisits, weights, newFactors },
    ...{ planRules, planWords, fetchPlans, calendarHosts, planning, version: 1 + changes },
  };
}

/**
 * Keeps what differs from the rules in force, and marks every school for ranking when it must be.
 * Nobody else changes a setting until the transaction ends.
 *
 * @param check is given the rules in force and throws to leave them as they are
 * @returns whether schools are to be ranked again
 */
export async function saveHubRules(
  manager: EntityManager,
  rules: HubRules,
  check: (present: StoredHubRules) => void,
): Promise<boolean> {
  // PostgreSQL prepares no LOCK.
  await rowsOf(manager, sql`LOCK TABLE settings IN SHARE ROW EXCLUSIVE MODE`);
  const before = await getHubRules(manager);
  check(before);
  for (const key of KEYS) {
    if (isDeepStrictEqual(before[key], rules[key])) continue;
    const present = await manager.findOneBy(SettingEntity, { key });
    const row = present ?? manager.create(SettingEntity, { key });
    await manager.save(SettingEntity, Object.assign(row, { value: rules[key] }));
  }
  await DROP_CYCLES_OUT_OF_STEP.run(manager, startingYear(rules.firstCycleStartsIn));
  const again = ranksAgain(before, rules);
  if (again) await markAllStale(manager);
  return again;
}
