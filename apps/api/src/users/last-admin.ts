import { sql, statement, type UserEntity } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { unacceptableField } from '../http/problem';

const LOCK_ADMINS = statement(
  'users.lock-admins',
  () => sql<{ id: string }>`
  SELECT id FROM users WHERE role = 'admin' AND active AND password_hash IS NOT NULL
  ORDER BY id FOR UPDATE`,
);

/**
 * Those who can sign in and look after accounts, locked until the transaction ends: two who disable
 * each other at one time take turns, and the second is told.
 */
export async function lockAdmins(manager: EntityManager): Promise<string[]> {
  return (await LOCK_ADMINS.rows(manager)).map(({ id }) => id);
}

/**
 * Somebody must stay who can let others in.
 *
 * @param admins as they were before the change
 * @param user as they are to be
 * @throws 422 naming the field
 */
export function requireAnotherAdmin(
  admins: readonly string[],
  user: Pick<UserEntity, 'id' | 'name' | 'role' | 'active'>,
): void {
  const stays = user.role === 'admin' && user.active;
  if (stays || !admins.includes(user.id) || admins.length > 1) return;
  throw unacceptableField(
    user.active ? 'role' : 'active',
    `${user.name} is the only administrator who can sign in. Make somebody else an administrator first.`,
  );
}
