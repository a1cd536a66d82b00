import type {
  FirstAdmin,
  NewPassword,
  OwnSession,
  PasswordChange,
  PasswordResetOffer,
  PasswordResetRequest,
} from '@tracker/contract';
import { call } from '../providers/http';

const post = async (path: string, body?: object) => {
  await call(`/api/auth/${path}`, {
    method: 'POST',
    body: body === undefined ? undefined : JSON.stringify(body),
  });
};

export const setPasswordFromLink = (input: NewPassword) => post('password', input);
export const askForReset = (input: PasswordResetRequest) => post('password-reset', input);
export const makeFirstAdmin = (input: FirstAdmin) => post('first-admin', input);
export const changePassword = (input: PasswordChange) => post('change-password', input);
export const signOutEverywhere = () => post('sign-out-everywhere');

/** Whether a new password can be asked for by email. */
export async function isResetOffered(signal?: AbortSignal): Promise<boolean> {
  return (await call<PasswordResetOffer>('/api/auth/password-reset', { signal })).json.offered;
}

/** Where I am signed in, this browser first. */
export async function ownSessions(signal?: AbortSignal): Promise<OwnSession[]> {
  return (await call<OwnSession[]>('/api/auth/sessions', { signal })).json;
}

export async function endSession(id: string): Promise<void> {
  await call(`/api/auth/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
