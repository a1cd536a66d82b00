import type { DeviceReport } from '@tracker/contract';
import { LIMITS } from '@tracker/domain';
import { browserInWords } from '../providers/browser-in-words';
import { call } from '../providers/call';
import { newKey } from '../providers/idempotency';
import type { DeviceLog } from './device-log';
import { logsOf } from './device-logs';

const DEVICE = 'tracker.device';
const TOLD = 'tracker.device-told';
/** Told again so often although nothing changed, so that it is known how fresh it is. */
const AGAIN_MS = 60 * 60_000;
const LIMIT_MS = 10_000;

/** A name for this browser that says nothing about it. */
function deviceId(): string {
  const kept = localStorage.getItem(DEVICE);
  if (kept) return kept;
  const made = newKey();
  localStorage.setItem(DEVICE, made);
  return made;
}

function reportOf(logs: readonly DeviceLog[]): DeviceReport {
  const count = (state: DeviceLog['state']) =>
    Math.min(LIMITS.device.logs, logs.filter((log) => log.state === state).length);
  const finished = logs
    .filter(({ state }) => state === 'waiting' || state === 'attention')
    .map(({ finishedAt, savedAt }) => finishedAt ?? savedAt)
    .sort();
  return {
    label: browserInWords(navigator.userAgent).slice(0, LIMITS.device.label),
    ...{ waiting: count('waiting'), attention: count('attention'), drafts: count('draft') },
    oldestFinishedAt: finished[0] ?? null,
  };
}

const isNothing = ({ waiting, attention, drafts }: DeviceReport) =>
  waiting + attention + drafts === 0;

interface Told {
  text: string;
  at: number;
}

/** By person: of two who share a tablet each is told of, and each is taken off the list again. */
const toldKey = (userId: string) => `${TOLD}.${userId}`;

const lastTold = (userId: string) =>
  JSON.parse(localStorage.getItem(toldKey(userId)) ?? 'null') as Told | null;

/**
 * Tells the tracker how many of somebody's logs are on this device, so that who plans the visits knows
 * of them. Says nothing where there is nothing new to say.
 */
export async function tellServer(userId: string): Promise<void> {
  const report = reportOf(await logsOf(userId));
  const text = JSON.stringify(report);
  const told = lastTold(userId);
  const isFresh = told?.text === text && Date.now() - told.at < AGAIN_MS;
  if (isFresh || (!told && isNothing(report))) return;
  await call('PUT /api/devices/{id}', { id: deviceId(), body: report, limitMs: LIMIT_MS });
  if (isNothing(report)) localStorage.removeItem(toldKey(userId));
  else
    localStorage.setItem(toldKey(userId), JSON.stringify({ text, at: Date.now() } satisfies Told));
}
