import { type Role, ROLES } from './auth';
import { defineList } from './define-list';

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

/** `GET /api/users`. */
export const USER_LIST = defineList({
  filters: { id: 'uuids', q: 'text', role: ROLES, active: 'boolean', regionId: 'uuid' },
  sorts: ['id', 'name', 'email', 'role'],
});
