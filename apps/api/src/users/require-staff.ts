import { sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { unacceptableField } from '../http/problem';

const ACTIVE_USER = statement(
  'users.is-active',
  (id: string) => sql`SELECT 1 FROM users WHERE id = ${id} AND active`,
);

/**
 * Whoever is to visit or to own an action must be an active user.
 *
 * @throws 422 naming the field
 */
export async function requireStaff(
  manager: EntityManager,
  field: string,
  userId: string | null | undefined,
): Promise<void> {
  if (userId == null) return;
  if (!(await ACTIVE_USER.row(manager, userId)))
    throw unacceptableField(field, 'This person has no account here, or a closed one.');
}
