import type { SignedInUser } from '@tracker/contract';

// Who was signed in last, for opening the tracker without a signal. It opens nothing on the server.

const KEY = 'tracker.person';
const KEPT_MS = 21 * 24 * 3600 * 1000;

export function rememberPerson(user: SignedInUser): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ user, at: Date.now() }));
  } catch {
    // A browser that keeps nothing cannot be opened without a signal; everything else works.
  }
}

export function forgetPerson(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}

export function rememberedPerson(): SignedInUser | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as {
      user: SignedInUser;
      at: number;
    } | null;
    return kept && Math.abs(Date.now() - kept.at) < KEPT_MS ? kept.user : null;
  } catch {
    return null;
  }
}
