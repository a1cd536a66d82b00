import { AsyncLocalStorage } from 'node:async_hooks';
import {
  completedWeights,
  DEFAULT_CALENDAR_HOSTS,
  DEFAULT_PLAN_RULES,
  DEFAULT_PLANNING_RULES,
  DEFAULT_TARGET_VISITS,
  DEFAULT_WEIGHTS,
  type FactorName,
  FIRST_CYCLE_STARTS_IN,
  type HubPlanWords,
  newFactors,
  NO_PLAN_WORDS,
  type PlanningRules,
  type PlanRules,
  type ScoreWeights,
  VISIT_MINUTES,
  type VisitKind,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { sql, statement } from '../sql';

/** What a hub may set differently; every one has a default, so an empty table is a working hub. */
export interface SettingsInForce {
  /** Kinds of visit that never reset the clock, a phone call for one. */
  kindsNotCounting: VisitKind[];
  /** First academic year of the first cycle. */
  firstCycleStartsIn: string;
  /** Visits aimed at in an academic year. */
  targetVisits: number;
  weights: ScoreWeights;
  /** Factors that came after the hub saved its weights; they have no points. */
  newFactors: FactorName[];
  planRules: PlanRules;
  /** Added to the lists by which plans are read. */
  planWords: HubPlanWords;
  /** Whether the worker may get plans from schools' own websites. */
  fetchPlans: boolean;
  /** From which the worker reads visitors' published calendars. */
  calendarHosts: readonly string[];
  planning: PlanningRules;
  /** How the hub calls itself in mails. */
  hubName: string;
  /** How long a visit takes in calendars. */
  visitMinutes: number;
  /** Whom schools can write to about their survey; null for whoever sent the link. */
  contactEmail: string | null;
  /** Where the hub's privacy notice can be read. */
  privacyUrl: string | null;
  /** Who gets the month's figures by mail, while it is on. */
  monthlyDigest: { on: boolean; userIds: string[] };
}

/** In sentences, while a hub has given itself no name. */
export const DEFAULT_HUB_NAME = 'the music hub';

const DEFAULTS: SettingsInForce = {
  kindsNotCounting: [],
  firstCycleStartsIn: FIRST_CYCLE_STARTS_IN,
  targetVisits: DEFAULT_TARGET_VISITS,
  weights: DEFAULT_WEIGHTS,
  newFactors: [],
  planRules: DEFAULT_PLAN_RULES,
  planWords: NO_PLAN_WORDS,
  fetchPlans: false,
  calendarHosts: [...DEFAULT_CALENDAR_HOSTS],
  planning: DEFAULT_PLANNING_RULES,
  hubName: DEFAULT_HUB_NAME,
  visitMinutes: VISIT_MINUTES,
  contactEmail: null,
  privacyUrl: null,
  monthlyDigest: { on: false, userIds: [] },
};

/** The hub's settings as they stood when the work at hand began; see `beginWithSettings`. */
const atHand = new AsyncLocalStorage<SettingsInForce>();

/** For whoever reads something else anyway, in the same statement: `STORED_SETTINGS` as a column. */
export const STORED_SETTINGS = sql`(SELECT jsonb_object_agg(key, value)::text FROM settings)`;

/** Settings as they are stored; null for a hub that never changed any. */
export type StoredSettings = string | null;

let latest: { stored: StoredSettings; settings: SettingsInForce } | undefined;

/** Fills the defaults in, once for as long as the same are stored. */
export function settingsFrom(stored: StoredSettings): SettingsInForce {
  if (latest?.stored !== stored) {
    const values: unknown = stored === null ? {} : JSON.parse(stored);
    latest = { stored, settings: frozen(withOwnWeights(completed(DEFAULTS, values), values)) };
  }
  return latest.settings;
}

/** Runs `work`, which outside of transactions is given these settings without asking for them again. */
export function beginWithSettings<T>(stored: StoredSettings, work: () => T): T {
  return atHand.run(settingsFrom(stored), work);
}

const READ = statement(
  'settings.read',
  () => sql<{ stored: StoredSettings }>`SELECT ${STORED_SETTINGS} AS stored`,
);

/**
 * The hub's settings, defaults filled in: those the work at hand began with, and in a transaction those it
 * finds, its own changes included. They are the same object for all and cannot be changed.
 */
export async function getHubSettings(manager: EntityManager): Promise<SettingsInForce> {
  const begunWith = atHand.getStore();
  if (begunWith && !manager.queryRunner?.isTransactionActive) return begunWith;
  return settingsFrom((await READ.one(manager)).stored);
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** Points a hub has set still make 100: a factor that came later has none. */
function withOwnWeights(settings: SettingsInForce, stored: unknown): SettingsInForce {
  const weights = isGroup(stored) ? stored['weights'] : undefined;
  if (!isGroup(weights)) return settings;
  return { ...settings, weights: completedWeights(weights), newFactors: newFactors(weights) };
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What is stored, completed at every depth (weights by a rule of their own): settings saved before a part of them existed have its
 * default. What no setting is called any more is left out.
 */
function completed<Group extends object>(defaults: Group, stored: unknown): Group {
  const given = isGroup(stored) ? stored : {};
  const entries = Object.entries(defaults).map(([key, standard]): [string, unknown] => {
    const value = given[key];
    if (isGroup(standard)) return [key, completed(standard, value)];
    return [key, value === undefined ? standard : value];
  });
  return Object.fromEntries(entries) as Group;
}
