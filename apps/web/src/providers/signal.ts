// Whether the tracker can be reached: as the browser says, and as the last request found it. Losing
// every connection counts at once; that there is one again is proved by an answer of the tracker.

let reached = navigator.onLine !== false;
const listeners = new Set<() => void>();

export function noteSignal(now: boolean): void {
  if (now === reached) return;
  reached = now;
  listeners.forEach((listener) => listener());
}

window.addEventListener('offline', () => noteSignal(false));

/** For `useSyncExternalStore`. */
export const signalStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  isReached: () => reached,
};
