import type { SignedInUser } from '@tracker/contract';

// A session can end while a form is half filled in. Who was signed in is remembered, so that they
// can sign in again over the page they are on instead of losing it.

let person: SignedInUser | null = null;
let asking = false;
const listeners = new Set<() => void>();
let waiting: (() => void)[] = [];

function tell(): void {
  for (const listener of listeners) listener();
}

export function whoWasSignedIn(): SignedInUser | null {
  return person;
}

/** Somebody is signed in; what waited for it goes on. */
export function sessionBegan(user: SignedInUser): void {
  person = user;
  asking = false;
  const held = waiting;
  waiting = [];
  for (const goOn of held) goOn();
  tell();
}

/** The person chose to leave. */
export function sessionLeft(): void {
  person = null;
  asking = false;
  waiting = [];
  tell();
}

/** The server no longer knows the session. Says whether there was one: then the person is asked. */
export function sessionEnded(): boolean {
  if (!person) return false;
  asking = true;
  tell();
  return true;
}

/** Takes the question away until something else needs a session. */
export function signInLater(): void {
  asking = false;
  tell();
}

/** Resolves once somebody is signed in again; rejects when what waits is no longer wanted. */
export function untilSignedIn(signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DOMException('No longer wanted.', 'AbortError'));
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    waiting.push(resolve);
  });
}

/** For `useSyncExternalStore`: whether to ask the person to sign in again. */
export const signInAgainStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  isAsking: () => asking,
};
