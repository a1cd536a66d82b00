import type { Role } from './auth';
import type { SignedInUser } from './shapes/people';

/**
 * Where a role may do something: everywhere, for schools of its own regions, for those and with what
 * is one's own wherever its school has gone, or nowhere.
 */
export type Reach = 'all' | 'own' | 'owned' | 'none';

/** Who may do what. The server decides by this table and the web shows by it. */
// prettier-ignore
export const PERMISSIONS = {
  read:           { head: 'all',  regional: 'all',  manager: 'all',  admin: 'all' },
  reports:        { head: 'all',  regional: 'all',  manager: 'all',  admin: 'all' },
  ownAccount:     { head: 'all',  regional: 'all',  manager: 'all',  admin: 'all' },
  schoolRecords:  { head: 'all',  regional: 'own',  manager: 'none', admin: 'all' },
  actions:        { head: 'all',  regional: 'owned', manager: 'none', admin: 'all' },
  visitorTime:    { head: 'all',  regional: 'owned', manager: 'none', admin: 'all' },
  runHub:         { head: 'all',  regional: 'none', manager: 'none', admin: 'all' },
  settings:       { head: 'all',  regional: 'none', manager: 'none', admin: 'all' },
  staffAddresses: { head: 'all',  regional: 'none', manager: 'none', admin: 'all' },
  users:          { head: 'none', regional: 'none', manager: 'none', admin: 'all' },
  audit:          { head: 'none', regional: 'none', manager: 'none', admin: 'all' },
} as const satisfies Record<string, Record<Role, Reach>>;

/**
 * - `read`: the whole county's records, the queue and progress
 * - `reports`: making reports, downloading anybody's, stopping and removing one's own
 * - `ownAccount`: one's own sessions, password and preferences
 * - `schoolRecords`: visits, outcomes, surveys, actions, contacts, notes and queue holds of a school
 * - `actions`: editing and finishing an action, which its owner may at any school
 * - `visitorTime`: the weekdays on which somebody visits and the days they are away, one's own or everybody's
 * - `runHub`: imports, surveys and their versions, regions, a school's region, ranking the whole queue
 * - `settings`: what the hub sets for itself: term dates, bank holidays, rules, lists, templates
 * - `staffAddresses`: seeing the email addresses of others
 * - `users`: inviting, changing and disabling accounts
 * - `audit`: the trail of everything that happened
 */
export type Permission = keyof typeof PERMISSIONS;

type Who = Pick<SignedInUser, 'role' | 'regionIds'>;

/** How far a user's role reaches with a permission. */
export function reachOf({ role }: Pick<Who, 'role'>, permission: Permission): Reach {
  return PERMISSIONS[permission][role];
}

/** Whether a user may change visits, contacts, notes and actions of a school in a region. */
export function mayWriteInRegion(user: Who, regionId: string | null): boolean {
  const reach = reachOf(user, 'schoolRecords');
  return (
    reach === 'all' || (reach === 'own' && regionId !== null && user.regionIds.includes(regionId))
  );
}

/** Whether a user may edit and finish an action: of a school in their region, or their own anywhere. */
export function mayChangeAction(
  user: Who & Pick<SignedInUser, 'id'>,
  { regionId, ownerId }: { regionId: string | null; ownerId: string | null },
): boolean {
  const isOwn = reachOf(user, 'actions') === 'owned' && ownerId === user.id;
  return isOwn || mayWriteInRegion(user, regionId);
}

/** Whether a user may import files, change regions and a school's region, and rank the whole queue. */
export const mayRunTheHub = (user: Pick<Who, 'role'>) => reachOf(user, 'runHub') === 'all';
