/** A signal that gives up after a while, beside the one of whoever no longer wants the answer. */
export function withinLimit(limitMs: number | undefined, wanted?: AbortSignal | null) {
  const own = new AbortController();
  let over = false;
  const giveUp = () => own.abort(wanted?.reason);
  if (wanted?.aborted) giveUp();
  wanted?.addEventListener('abort', giveUp);
  const timer =
    limitMs === undefined
      ? undefined
      : setTimeout(() => {
          over = true;
          own.abort();
        }, limitMs);
  return {
    signal: own.signal,
    isOver: () => over,
    stop() {
      clearTimeout(timer);
      wanted?.removeEventListener('abort', giveUp);
    },
  };
}

/** `Retry-After` as seconds or as a date; null when it says nothing one can read. */
export function retryAfterMs(header: string | null): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
