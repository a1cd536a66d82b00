import type { NewQueueHold, PriorityRefresh, QueueEntry, QueueHold } from '@tracker/contract';
import { call } from './http';

export interface QueueVerbs {
  /** Pins a school to the top or snoozes it to the end; replaces the hold in force. */
  holdSchool(schoolId: string, hold: NewQueueHold, idempotencyKey?: string): Promise<QueueHold>;
  liftHold(schoolId: string): Promise<void>;
  /** Null for a school that is not in the queue: closed, or not state-funded. */
  findQueueEntry(schoolId: string, signal?: AbortSignal): Promise<QueueEntry | null>;
  /** Ranks every school again; the answer, its id, comes before the ranking is done. */
  refreshPriorities(): Promise<string>;
  /** The latest ranking that somebody asked for; null when nobody ever did. */
  latestRanking(signal?: AbortSignal): Promise<PriorityRefresh | null>;
  /** Gives up a ranking that has not finished. */
  stopRanking(id: string): Promise<PriorityRefresh>;
}

const REFRESHES = '/api/priority-refreshes';
const path = (schoolId: string) => `/api/priority-queue/${encodeURIComponent(schoolId)}`;

export const queueVerbs: QueueVerbs = {
  holdSchool: async (schoolId, hold, idempotencyKey) => {
    const body = JSON.stringify(hold);
    const request = { method: 'POST', body, idempotencyKey };
    return (await call<QueueHold>(`${path(schoolId)}/hold`, request)).json;
  },
  liftHold: async (schoolId) => {
    await call(`${path(schoolId)}/hold`, { method: 'DELETE' });
  },
  findQueueEntry: async (schoolId, signal) => {
    try {
      return (await call<QueueEntry>(path(schoolId), { signal })).json;
    } catch (error) {
      if (error instanceof Error && 'status' in error && error.status === 404) return null;
      throw error;
    }
  },
  refreshPriorities: async () => {
    const request = { method: 'POST', body: JSON.stringify({ all: true }) };
    return (await call<{ id: string }>(REFRESHES, request)).json.id;
  },
  latestRanking: async (signal) => {
    const latest = `${REFRESHES}?range=${encodeURIComponent('[0,0]')}`;
    return (await call<PriorityRefresh[]>(latest, { signal })).json[0] ?? null;
  },
  stopRanking: async (id) =>
    (await call<PriorityRefresh>(`${REFRESHES}/${id}/stop`, { method: 'POST' })).json,
};
