import type { FirstAdmin, NewPassword, OwnSession, PasswordChange } from '@tracker/contract';
import { call } from '../providers/http';

const post = async (path: string, body?: object) => {
  await call(`/api/auth/${path}`, {
    method: 'POST',
    body: body === undefined ? undefined : JSON.stringify(body),
  });
};

export const setPasswordFromLink = (input: NewPassword) => post('password', input);
export const makeFirstAdmin = (input: FirstAdmin) => post('first-admin', input);
export const changePassword = (input: PasswordChange) => post('change-password', input);
export const signOutEverywhere = () => post('sign-out-everywhere');

/** Where I am signed in, this browser first. */
export async function ownSessions(signal?: AbortSignal): Promise<OwnSession[]> {
  return (await call<OwnSession[]>('/api/auth/sessions', { signal })).json;
}

export async function endSession(id: string): Promise<void> {
  await call(`/api/auth/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
