import { type Role, ROLES } from './auth';
import type { RecordBase } from './common';
import { defineList } from './define-list';

/** Somebody who signs in. */
export interface User extends RecordBase {
  name: string;
  /** null for those who need not see it. */
  email: string | null;
  role: Role;
  regionIds: string[];
  active: boolean;
  /** Whether they have yet to choose their first password. */
  invited: boolean;
}

export interface NewUser {
  name: string;
  email: string;
  role: Role;
  /** For the role `regional`; none for the others. */
  regionIds?: string[];
}

export interface UserChange {
  version: number;
  name?: string;
  role?: Role;
  regionIds?: string[];
  active?: boolean;
}

/** The way to a password, for passing on: it works once, until it expires. */
export interface AccountLink {
  /** From the root of the site: `/#/set-password?token=..`. */
  path: string;
  /** ISO 8601 instant. */
  expiresAt: string;
}

/** The answer to `POST /api/users` and `POST /api/users/:id/reset-link`. */
export interface UserWithLink extends User {
  /** null when the same request is repeated: the link is kept nowhere and is shown once. */
  link: AccountLink | null;
}

/** `POST /api/users/{id}/log-reminder`. */
export interface LogReminder {
  /** False when a reminder was written earlier the same day: nobody gets two. */
  sent: boolean;
  /** Visits of theirs whose day has passed and that are not logged. */
  visits: number;
}

/** `GET /api/users`. */
export const USER_LIST = defineList({
  filters: { id: 'uuids', q: 'text', role: ROLES, active: 'boolean', regionId: 'uuid' },
  sorts: ['id', 'name', 'email', 'role'],
});
