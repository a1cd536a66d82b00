import type { Readiness } from '@tracker/contract';
import { queryClient } from './query-client';
import { pathOf } from './route-path';

// Whether the tracker saves. A 503 makes this page ask, and it asks on until all is well again.

/** `closed`: not even reading works; `saved`: it has just come back, which is said for a moment. */
export type OutageState = 'none' | 'not_saving' | 'closed' | 'saved';

const ASK_EVERY_MS = 3_000;
const SAID_FOR_MS = 8_000;

let state: OutageState = 'none';
let asking: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

function become(next: OutageState): void {
  if (next === state) return;
  state = next;
  listeners.forEach((listener) => listener());
}

/** For `useSyncExternalStore`. */
export const outageStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  state: () => state,
};

/** An answer was 503: finds out what there is to say, and when it is over. */
export function noteOutage(): void {
  asking ??= untilOver().finally(() => (asking = null));
}

/**
 * Waits for the end of the outage that a request met with.
 *
 * @returns whether there was one and it ended within `milliseconds`, so that it is worth asking again
 */
export async function outageOver(milliseconds: number, signal?: AbortSignal | null) {
  noteOutage();
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), milliseconds);
    signal?.addEventListener('abort', () => resolve(false));
  });
  return Promise.race([asking ?? late, late]);
}

/** @returns false where all was well at the first look: a moment that is not worth a word */
async function untilOver(): Promise<boolean> {
  for (let looks = 0; ; looks += 1) {
    const found = await ask();
    if (found === 'none' && looks === 0) return false;
    if (found === 'none') break;
    become(found);
    await pause(ASK_EVERY_MS);
  }
  become('saved');
  // What could not be read meanwhile is read now.
  void queryClient.invalidateQueries();
  setTimeout(() => state === 'saved' && become('none'), SAID_FOR_MS);
  return true;
}

async function ask(): Promise<OutageState> {
  try {
    const answer = await fetch(pathOf('GET /api/health/ready'), { credentials: 'same-origin' });
    const { saving, status } = (await answer.json()) as Readiness;
    if (saving) return 'none';
    return status === 'down' ? 'closed' : 'not_saving';
  } catch {
    return 'closed';
  }
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
