export type Role = 'head' | 'regional' | 'manager' | 'admin';
export const ROLES: readonly Role[] = ['head', 'regional', 'manager', 'admin'];

/** `GET /api/auth/me` and the answer to `POST /api/auth/sign-in`. */
export interface SignedInUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** The regions whose records a `regional` user may change; empty for the others. */
  regionIds: string[];
}

export interface SignIn {
  email: string;
  password: string;
}

/** What a role does to the hub's records: `all` everywhere, `own` in its own regions, `none` reads only. */
const WRITES: Record<Role, 'all' | 'own' | 'none'> = {
  head: 'all',
  admin: 'all',
  regional: 'own',
  manager: 'none',
};

/**
 * Whether a user may change visits, contacts, notes and actions of a school in a region.
 * The server decides with it and the web shows by it, so that both say the same.
 */
export function mayWriteInRegion(
  user: Pick<SignedInUser, 'role' | 'regionIds'>,
  regionId: string | null,
): boolean {
  const reach = WRITES[user.role];
  return (
    reach === 'all' || (reach === 'own' && regionId !== null && user.regionIds.includes(regionId))
  );
}

/** Whether a user may import files, change regions and a school's region, and refresh the whole queue. */
export function mayRunTheHub(user: Pick<SignedInUser, 'role'>): boolean {
  return WRITES[user.role] === 'all';
}

/** Whether a user may read the audit trail. */
export function mayReadAudit(user: Pick<SignedInUser, 'role'>): boolean {
  return user.role === 'admin';
}
