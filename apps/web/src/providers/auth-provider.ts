import type { AuthProvider } from 'react-admin';
import { mayRunTheHub, type SignedInUser } from '@tracker/contract';
import { call } from './http';
import { isHttpError } from './problems';
import { learnToday } from './today';

/** Asked once and kept until sign-out; every screen wants to know who is looking. */
let signedIn: Promise<SignedInUser> | null = null;

async function readSession(): Promise<SignedInUser> {
  const { json } = await call<SignedInUser>('/api/auth/me');
  await learnToday();
  return json;
}

function whoIsSignedIn(): Promise<SignedInUser> {
  signedIn ??= readSession().catch((error: unknown) => {
    signedIn = null;
    throw error;
  });
  return signedIn;
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
    const body = JSON.stringify({ email, password });
    const { json } = await call<SignedInUser>('/api/auth/sign-in', { method: 'POST', body });
    await learnToday();
    signedIn = Promise.resolve(json);
  },
  logout: async () => {
    const wasSignedIn = signedIn !== null;
    signedIn = null;
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
    signedIn = null;
    throw new Error('You were signed out. Please sign in again.', { cause: error });
  },
  getIdentity: async () => {
    const user = await whoIsSignedIn();
    return { ...user, fullName: user.name };
  },
  canAccess,
};
