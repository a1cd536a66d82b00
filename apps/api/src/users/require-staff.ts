import type { EntityManager } from 'typeorm';
import { unacceptableField } from '../http/problem';

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
  const [user]: unknown[] = await manager.query('SELECT 1 FROM users WHERE id = $1 AND active', [
    userId,
  ]);
  if (!user) throw unacceptableField(field, 'This person has no account here, or a closed one.');
}
