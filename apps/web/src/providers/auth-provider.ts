import type { AuthProvider } from 'react-admin';
import { isRoute, mayCall, type SignedInUser } from '@tracker/contract';
import { call } from './call';
import { leavePreferences, sendPreferences, takeUpPreferences } from './preference-store';
import { isAway, isHttpError } from './problems';
import { forgetPerson, rememberedPerson, rememberPerson } from './remembered-person';
import { sessionBegan, sessionLeft, whoWasSignedIn } from './session';
import { learnToday } from './learn-today';
import {
  endSession,
  finishSignOut,
  isSignOutUnfinished,
  signedInAnew,
} from './unfinished-sign-out';

/** Asked once and kept until sign-out; every screen wants to know who is looking. */
let signedIn: Promise<SignedInUser> | null = null;

async function readSession(): Promise<SignedInUser> {
  await finishSignOut();
  try {
    const user = await call('GET /api/auth/me');
    await Promise.all([learnToday(), takeUpPreferences(user.id)]);
    return began(user);
  } catch (error) {
    // Without a signal whoever was here last goes on with what is on the device.
    const person = isAway(error) ? rememberedPerson() : null;
    if (!person) throw error;
    void takeUpPreferences(person.id);
    sessionBegan(person);
    return person;
  }
}

function began(user: SignedInUser): SignedInUser {
  rememberPerson(user);
  sessionBegan(user);
  return user;
}

function whoIsSignedIn(): Promise<SignedInUser> {
  signedIn ??= readSession().catch((error: unknown) => {
    signedIn = null;
    throw error;
  });
  return signedIn;
}

async function sendSignIn(email: string, password: string): Promise<SignedInUser> {
  // The session somebody left here without a signal ends before another one begins.
  await finishSignOut().catch(() => undefined);
  const user = await call('POST /api/auth/sign-in', { body: { email, password } });
  signedInAnew();
  return user;
}

/**
 * Signs in over the page that is open, which goes on as it is. Somebody else gets a page of their
 * own: nothing of the one before may stay on the screen.
 */
export async function signInAgain(email: string, password: string): Promise<void> {
  const before = whoWasSignedIn();
  const user = await sendSignIn(email, password);
  if (before && before.id !== user.id) {
    window.location.reload();
    return;
  }
  await learnToday();
  signedIn = Promise.resolve(began(user));
}

/** The call that a screen stands on, as the table of permissions has it. */
function routeOf(resource: string, action: string): string {
  // Everybody may choose from the staff; the screen about them is for those who change accounts.
  if (resource === 'users') return 'PUT /api/users/{id}';
  if (action === 'create') return `POST /api/${resource}`;
  if (action === 'edit') return `PUT /api/${resource}/{id}`;
  return `GET /api/${resource}`;
}

/** What is shown, by the same table as what is allowed; the server decides. */
async function canAccess({ resource, action }: { resource: string; action: string }) {
  if (action === 'delete' || action === 'clone') return false;
  const user = await whoIsSignedIn().catch(() => null);
  // Nobody knows yet who is looking: lists say themselves why they cannot be had.
  if (!user) return action === 'list' || action === 'show';
  const route = routeOf(resource, action);
  return isRoute(route) && mayCall(user, route);
}

export const authProvider: AuthProvider = {
  login: async ({ email, password }: { email: string; password: string }) => {
    const user = await sendSignIn(email, password);
    await Promise.all([learnToday(), takeUpPreferences(user.id)]);
    signedIn = Promise.resolve(began(user));
  },
  logout: async () => {
    const wasSignedIn = signedIn !== null;
    signedIn = null;
    if (wasSignedIn) await sendPreferences();
    sessionLeft();
    forgetPerson();
    leavePreferences();
    if (wasSignedIn) await endSession();
  },
  checkAuth: async () => {
    try {
      await whoIsSignedIn();
    } catch (error) {
      if (isSignOutUnfinished() || (isHttpError(error) && error.status === 401))
        throw new Error('Please sign in.', { cause: error });
      // The server is away: that is no reason to sign anybody out.
    }
  },
  checkError: async (error: unknown) => {
    if (!isHttpError(error) || error.status !== 401) return;
    // Whoever was signed in is asked to sign in again over the page. Refused here, react-admin would
    // leave the page and tell the form that its save went well.
    if (whoWasSignedIn()) return;
    signedIn = null;
    throw new Error('You were signed out. Please sign in again.', { cause: error });
  },
  getIdentity: async () => {
    const user = await whoIsSignedIn();
    return { ...user, fullName: user.name };
  },
  canAccess,
};
