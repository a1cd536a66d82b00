import {
  mayCall,
  type OfflinePack,
  type SchoolToVisit,
  type SignedInUser,
  type Visit,
} from '@tracker/contract';
import { call } from '../providers/call';
import { isAway } from '../providers/problems';
import { database, type KeptPack } from './database';
import { deviceChanged } from './device-logs';

/** Days after which what was taken along is removed from the device. */
export const KEPT_DAYS = 21;
const KEPT_MS = KEPT_DAYS * 24 * 3600 * 1000;

export const isTooOld = (instant: string): boolean =>
  Math.abs(Date.now() - Date.parse(instant)) > KEPT_MS;

/** Whether somebody visits schools at all; who only reads has nothing to take along. */
export const mayTakeAlong = (user: Pick<SignedInUser, 'role'>): boolean =>
  mayCall(user, 'GET /api/offline-pack');

/** What somebody took along, unless it is too old. */
export async function keptPack(userId: string): Promise<KeptPack | undefined> {
  const kept = await (await database()).get('packs', userId);
  return kept && !isTooOld(kept.keptAt) ? kept : undefined;
}

/** Takes along what the tracker has now; everybody else's goes. */
export async function refreshPack(userId: string): Promise<void> {
  const pack = await call('GET /api/offline-pack');
  const transaction = (await database()).transaction('packs', 'readwrite');
  await transaction.store.clear();
  await transaction.store.put({ userId, keptAt: new Date().toISOString(), pack });
  await transaction.done;
  deviceChanged();
}

/** Nothing of the tracker's records stays on the device; unsent logs are not touched. */
export async function clearPacks(): Promise<void> {
  await (await database()).clear('packs');
  deviceChanged();
}

/** A school that was taken along. */
export const placeOf = (
  { schools }: OfflinePack,
  schoolId: string | undefined,
): SchoolToVisit | undefined => schools.find(({ school }) => school.id === schoolId);

/** What the log of a visit starts from. */
export interface LogScene {
  visit: Visit | null;
  place: SchoolToVisit;
  survey: OfflinePack['survey'];
  staff: OfflinePack['staff'];
  tags: OfflinePack['tags'];
  /** When it was taken along, where there is no signal; null when it comes from the tracker now. */
  keptAt: string | null;
}

export type LogSubject = { visitId: string } | { schoolId: string };

/**
 * From the tracker; without a signal from what was taken along.
 * @throws what the tracker says, and that it cannot be reached when nothing was taken along
 */
export async function readScene(subject: LogSubject, userId: string): Promise<LogScene> {
  try {
    const pack = await call('GET /api/offline-pack', { query: subject });
    const scene = sceneIn(pack, subject, null);
    if (scene) return scene;
    throw new Error('The tracker gave another visit than the one asked for.');
  } catch (error) {
    if (!isAway(error)) throw error;
    const kept = await keptPack(userId).catch(() => undefined);
    const scene = kept && sceneIn(kept.pack, subject, kept.keptAt);
    if (!scene) throw error;
    return scene;
  }
}

function sceneIn(pack: OfflinePack, subject: LogSubject, keptAt: string | null): LogScene | null {
  const visit =
    'visitId' in subject ? (pack.visits.find(({ id }) => id === subject.visitId) ?? null) : null;
  const schoolId = 'schoolId' in subject ? subject.schoolId : visit?.schoolId;
  const place = placeOf(pack, schoolId);
  if (!place) return null;
  const { survey, staff, tags } = pack;
  return { visit, place, survey, staff, tags, keptAt };
}
