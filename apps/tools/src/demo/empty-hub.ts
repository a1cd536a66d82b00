import { OperatorError } from '@tracker/process';
import { takeLock } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';

/** Generated records were to be written into a hub that has some already. */
export class HubNotEmptyError extends OperatorError {}

/** Whether neither a school nor a user is on record. */
export async function isEmptyHub({ manager }: Pick<DataSource, 'manager'>): Promise<boolean> {
  return (await recordsOf(manager)).length === 0;
}

/**
 * Makes sure, in the caller's transaction, that the hub is empty and nobody else is filling it.
 *
 * @param what is to be written, as the sentence of the error begins
 * @throws HubNotEmptyError when a school or a user is on record
 */
export async function requireEmptyHub(manager: EntityManager, what: string): Promise<void> {
  await takeLock(manager, 'fillHub');
  const found = await recordsOf(manager);
  if (found.length === 0) return;
  throw new HubNotEmptyError(
    `${what} can only be made in an empty database, and this one has ${found.join(' and ')} on record. Nothing was changed.`,
  );
}

async function recordsOf(manager: EntityManager): Promise<string[]> {
  const [found]: { schools: boolean; users: boolean }[] = await manager.query(
    'SELECT EXISTS (SELECT FROM schools) AS schools, EXISTS (SELECT FROM users) AS users',
  );
  return [...(found?.schools ? ['schools'] : []), ...(found?.users ? ['users'] : [])];
}
