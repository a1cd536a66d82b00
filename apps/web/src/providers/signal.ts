// Whether the tracker can be reached: as the browser says, and as the last request found it. Losing
// every connection counts at once; that there is one again is proved by an answer of the tracker.

let reached = navigator.onLine !== false;
let losses = 0;
const listeners = new Set<() => void>();

export function noteSignal(now: boolean): void {
  if (now === reached) return;
  reached = now;
  listeners.forEach((listener) => listener());
}

window.addEventListener('offline', () => {
  losses += 1;
  noteSignal(false);
});

/** Called when a request is sent; what it gives back is called when its answer comes. */
export function answerNoted(): () => void {
  const sentAfter = losses;
  // An answer that was on its way when the connection was lost says nothing about now.
  return () => {
    if (losses === sentAfter) noteSignal(true);
  };
}

/** For `useSyncExternalStore`. */
export const signalStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  isReached: () => reached,
};
