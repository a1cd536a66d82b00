/** The beginnings of Redis's refusals, each with what it means. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/^OOM/, 'Redis is full'],
  [/^READONLY/, 'Redis is read-only'],
  [/^MISCONF/, 'Redis cannot write to its disk'],
  [/^LOADING/, 'Redis is still loading'],
  [/^(MASTERDOWN|NOREPLICAS|CLUSTERDOWN|TRYAGAIN)/, 'Redis has lost its other servers'],
  [/^(NOAUTH|WRONGPASS|NOPERM)/, 'Redis does not let the tracker in'],
];

/** What stays as it is without Redis, so that nobody worries. */
const NOTHING_LOST = 'Nothing is lost; ranks and emails may take a minute longer.';

/** Why Redis cannot be used, in words, from what a write met with. */
export function redisFaultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const known = REFUSALS.find(([pattern]) => pattern.test(message));
  return inWords(known?.[1] ?? 'Redis cannot be reached');
}

export const inWords = (fault: string) => `${fault}. ${NOTHING_LOST}`;
