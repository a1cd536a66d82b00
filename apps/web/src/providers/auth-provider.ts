import type { AuthProvider } from 'react-admin';
import { mayRunTheHub, type SignedInUser } from '@tracker/contract';
import { call } from './http';
import { isHttpError } from './problems';
import { sessionBegan, sessionLeft, whoWasSignedIn } from './session';
import { learnToday } from './today';

/** Asked once and kept until sign-out; every screen wants to know who is looking. */
let signedIn: Promise<SignedInUser> | null = null;

async function readSession(): Promise<SignedInUser> {
  const { json } = await call<SignedInUser>('/api/auth/me');
  await learnToday();
  sessionBegan(json);
  return json;
}

function whoIsSignedIn(): Promise<SignedInUser> {
  signedIn ??= readSession().catch((error: unknown) => {
    signedIn = null;
    throw error;
  });
  return signedIn;
}

async function sendSignIn(email: string, password: string): Promise<SignedInUser> {
  const body = JSON.stringify({ email, password });
  return (await call<SignedInUser>('/api/auth/sign-in', { method: 'POST', body })).json;
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
  signedIn = Promise.resolve(user);
  sessionBegan(user);
}

const HUB_ONLY: Record<string, readonly string[]> = {
  imports: ['list', 'show', 'create'],
  regions: ['create', 'edit'],
};

/** What is shown; the server decides what is allowed. */
async function canAccess({ resource, action }: { resource: string; action: string }) {
  if (action === 'delete' || action === 'clone') return false;
  if (!HUB_ONLY[resource]?.includes(action)) return true;
  return mayRunTheHub(await whoIsSignedIn());
}

export const authProvider: AuthProvider = {
  login: async ({ email, password }: { email: string; password: string }) => {
    const user = await sendSignIn(email, password);
    await learnToday();
    signedIn = Promise.resolve(user);
    sessionBegan(user);
  },
  logout: async () => {
    const wasSignedIn = signedIn !== null;
    signedIn = null;
    sessionLeft();
    if (!wasSignedIn) return;
    // A session that is already over cannot be ended again; the person is signed out either way.
    await call('/api/auth/sign-out', { method: 'POST' }).catch(() => undefined);
  },
  checkAuth: async () => {
    try {
      await whoIsSignedIn();
    } catch (error) {
      if (isHttpError(error) && error.status === 401)
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
