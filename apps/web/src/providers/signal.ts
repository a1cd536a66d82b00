// Whether the tracker can be reached, as the last request found it.

let reached = true;
const listeners = new Set<() => void>();

export function noteSignal(now: boolean): void {
  if (now === reached) return;
  reached = now;
  listeners.forEach((listener) => listener());
}

/** For `useSyncExternalStore`. */
export const signalStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  isReached: () => reached,
};
