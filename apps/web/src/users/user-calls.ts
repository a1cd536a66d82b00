import type { NewUser, UserWithLink } from '@tracker/contract';
import { call } from '../providers/http';

/** Invites somebody; the answer holds the link that is shown once. */
export async function inviteUser(user: NewUser): Promise<UserWithLink> {
  const body = JSON.stringify(user);
  return (await call<UserWithLink>('/api/users', { method: 'POST', body })).json;
}

/** A new link for choosing a password; the one before stops working. */
export async function makeLink(userId: string): Promise<UserWithLink> {
  const url = `/api/users/${encodeURIComponent(userId)}/reset-link`;
  return (await call<UserWithLink>(url, { method: 'POST' })).json;
}
