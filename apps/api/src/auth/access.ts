import { mayWriteInRegion, reachOf, type SignedInUser } from '@tracker/contract';
import { sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { forbidden, notFound } from '../http/problem';
import { REFUSALS } from './permissions.guard';

/**
 * Who writes: somebody who is signed in, or the school itself by the link in its mail, which says of which school
 * and visit it is.
 */
export type Writer = SignedInUser | 'school';

export const writerId = (writer: Writer): string | null => (writer === 'school' ? null : writer.id);

/**
 * Whether a user may change what hangs on a school: visits, outcomes, actions, contacts, notes.
 *
 * @throws 403 with the reason
 */
export function requireWrite(user: Writer, regionId: string | null): void {
  if (user === 'school' || mayWriteInRegion(user, regionId)) return;
  throw forbidden(
    reachOf(user, 'schoolRecords') === 'own'
      ? 'You may change records of schools in your own region only.'
      : REFUSALS.schoolRecords,
  );
}

/**
 * Whether a user may change what hangs on a school or on one that came after it.
 *
 * @throws 403 with the reason
 */
export function requireWriteInOneOf(
  user: SignedInUser,
  regionIds: readonly (string | null)[],
): void {
  const own = regionIds.find((regionId) => mayWriteInRegion(user, regionId));
  requireWrite(user, own ?? null);
}

interface SchoolToWriteAt {
  id: string;
  name: string;
  status: string;
  inScope: boolean;
  regionId: string | null;
}

const SCHOOL = statement(
  'auth.school-to-write-at',
  (id: string) => sql<SchoolToWriteAt>`
  SELECT id, name, status, in_scope AS "inScope", region_id AS "regionId"
  FROM schools WHERE id = ${id}`,
);

/**
 * The region of a school that a user is about to write for.
 *
 * @throws 404 no such school; 403 not theirs to change
 */
export async function requireWriteAtSchool(
  manager: EntityManager,
  user: Writer,
  schoolId: string,
): Promise<Omit<SchoolToWriteAt, 'regionId'>> {
  const school = await SCHOOL.row(manager, schoolId);
  if (!school) throw notFound('the school');
  requireWrite(user, school.regionId);
  return school;
}
