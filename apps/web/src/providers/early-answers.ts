import { pathOf } from './route-path';

// A file of its own that the page starts at once, while the rest of the program is still on its way:
// what every first screen asks for is asked by then.

const WHO = pathOf('GET /api/auth/me');
const WITH_A_SESSION = [pathOf('GET /api/today'), pathOf('GET /api/me/preferences')];
const OF_TODAY = pathOf('GET /api/today/summary');
/** What was asked longer ago is asked anew. */
const KEPT_MS = 30_000;

const begun = performance.now();
const asked = new Map<string, Promise<Response | null>>();

/** A body that nobody reads keeps its connection open. One that has broken off needs no more. */
const letGo = (response: Response | null) => void response?.body?.cancel().catch(() => undefined);

async function ask(address: string): Promise<Response | null> {
  try {
    const headers = { Accept: 'application/json' };
    const signal = AbortSignal.timeout(KEPT_MS);
    const response = await fetch(address, { credentials: 'same-origin', headers, signal });
    // That nobody is signed in is an answer as well.
    if (response.ok || response.status === 401) return response;
    letGo(response);
    return null;
  } catch {
    return null;
  }
}

if (typeof document !== 'undefined') {
  const who = ask(WHO);
  asked.set(WHO, who);
  const isToday = /^#?\/?$/.test(window.location.hash);
  for (const address of isToday ? [...WITH_A_SESSION, OF_TODAY] : WITH_A_SESSION) {
    // Nobody who is signed out asks for more than who they are.
    asked.set(
      address,
      who.then((response) => (response?.ok ? ask(address) : null)),
    );
  }
}

/**
 * The answer to a read that was asked early, once; null where there is none and it has to be asked.
 * @throws the signal's reason, where whoever asks waits no longer
 */
export async function takeEarlyAnswer(
  address: string,
  signal: AbortSignal,
): Promise<Response | null> {
  const answer = asked.get(address);
  asked.delete(address);
  if (!answer) return null;
  if (performance.now() - begun >= KEPT_MS) {
    void answer.then(letGo);
    return null;
  }
  return Promise.race([answer, onceAborted(signal)]);
}

const onceAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

/** After anything is written, signing in and out above all, what was read before it is of no use. */
export function dropEarlyAnswers(): void {
  for (const answer of asked.values()) void answer.then(letGo);
  asked.clear();
}
