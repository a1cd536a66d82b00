import {
  completedWeights,
  DEFAULT_TARGET_VISITS,
  DEFAULT_WEIGHTS,
  FIRST_CYCLE_STARTS_IN,
  type ScoreWeights,
  VISIT_MINUTES,
  type VisitKind,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { SettingEntity } from '../database';

/** What a hub may set differently; every one has a default, so an empty table is a working hub. */
export interface HubSettings {
  /** Kinds of visit that never reset the clock, a phone call for one. */
  kindsNotCounting: VisitKind[];
  /** First academic year of the first cycle. */
  firstCycleStartsIn: string;
  /** Visits aimed at in an academic year. */
  targetVisits: number;
  weights: ScoreWeights;
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

const DEFAULTS: HubSettings = {
  kindsNotCounting: [],
  firstCycleStartsIn: FIRST_CYCLE_STARTS_IN,
  targetVisits: DEFAULT_TARGET_VISITS,
  weights: DEFAULT_WEIGHTS,
  hubName: 'the music hub',
  visitMinutes: VISIT_MINUTES,
  contactEmail: null,
  privacyUrl: null,
  monthlyDigest: { on: false, userIds: [] },
};

/** The hub's settings, defaults filled in. */
export async function getHubSettings(manager: EntityManager): Promise<HubSettings> {
  const rows = await manager.find(SettingEntity);
  const stored = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  const settings = completed(DEFAULTS, stored);
  return {
    ...settings,
    ...(isGroup(stored['weights']) && { weights: completedWeights(stored['weights']) }),
  };
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
