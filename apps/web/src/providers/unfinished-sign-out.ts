import { call } from './call';
import { isAway } from './problems';

// Whoever signs out without a signal has left: their session is ended as soon as the tracker can be
// reached, before anybody else sees anything of it.

const KEY = 'tracker.signing-out';

/** Whether somebody left this device and the tracker does not know yet. */
export function isSignOutUnfinished(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

function note(unfinished: boolean): void {
  try {
    if (unfinished) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing forgets the session with the window.
  }
}

/** Ends the session. A session that is already over cannot be ended again; the person is signed out either way. */
export async function endSession(): Promise<void> {
  try {
    await call('POST /api/auth/sign-out');
    note(false);
  } catch (error) {
    note(isAway(error));
  }
}

/** @throws when the session that was left cannot be ended yet */
export async function finishSignOut(): Promise<void> {
  if (!isSignOutUnfinished()) return;
  await endSession();
  if (isSignOutUnfinished()) throw new Error('You are signed out. Sign in when there is a signal.');
}

/** Somebody signed in anew: what was left before is over on this device. */
export const signedInAnew = (): void => note(false);
