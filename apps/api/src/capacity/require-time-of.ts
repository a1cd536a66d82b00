import { reachOf, type SignedInUser } from '@tracker/contract';
import { forbidden } from '../http/problem';

/**
 * Whether a user may say when a visitor visits: everybody of themselves, the Head of all.
 *
 * @throws 403
 */
export function requireTimeOf(user: SignedInUser, visitorId: string): void {
  if (reachOf(user, 'visitorTime') === 'all' || user.id === visitorId) return;
  throw forbidden('You may change your own days only.');
}
