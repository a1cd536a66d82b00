import { isDeepStrictEqual } from 'node:util';
import { type HubRules, ranksAgain, startingYear, YEARS_IN_CYCLE } from '@tracker/domain';
import { type EntityManager, In } from 'typeorm';
import { SettingEntity } from '../database';
import { markAllStale } from '../scoring/stale-scores';
import { getHubSettings } from './hub-settings';

const KEYS = ['kindsNotCounting', 'firstCycleStartsIn', 'targetVisits', 'weights'] as const;

/** A hub's rules and how often they were changed. */
export interface StoredHubRules extends HubRules {
  /** 1 for a hub that never changed any. */
  version: number;
}

/** The rules in force, defaults filled in. */
export async function getHubRules(manager: EntityManager): Promise<StoredHubRules> {
  const { kindsNotCounting, firstCycleStartsIn, targetVisits, weights } =
    await getHubSettings(manager);
  // Each is a row that counts its own changes; none is ever taken away, so the sum only rises.
  const version = 1 + ((await manager.sum(SettingEntity, 'version', { key: In(KEYS) })) ?? 0);
  return { kindsNotCounting, firstCycleStartsIn, targetVisits, weights, version };
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
  await manager.query('LOCK TABLE settings IN SHARE ROW EXCLUSIVE MODE');
  const before = await getHubRules(manager);
  check(before);
  for (const key of KEYS) {
    if (isDeepStrictEqual(before[key], rules[key])) continue;
    const present = await manager.findOneBy(SettingEntity, { key });
    const row = present ?? manager.create(SettingEntity, { key });
    await manager.save(SettingEntity, Object.assign(row, { value: rules[key] }));
  }
  await manager.query(DROP_CYCLES_OUT_OF_STEP, [
    startingYear(rules.firstCycleStartsIn),
    YEARS_IN_CYCLE,
  ]);
  const again = ranksAgain(before, rules);
  if (again) await markAllStale(manager);
  return again;
}

/** $1 the first year of the first cycle, $2 years in a cycle. Those in step open by themselves. */
const DROP_CYCLES_OUT_OF_STEP = `
  DELETE FROM visit_cycles WHERE (left(starts_in, 4)::int - $1::int) % $2::int <> 0`;
