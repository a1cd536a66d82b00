import type { DataSource } from 'typeorm';
import { takeLock } from '../database/locks';

/** The role that the API and the worker connect as where the tracker sets the roles up itself. */
export const APP_ROLE = 'tracker_app';

/** What no application writes: the triggers do, with their owner's rights. */
const READ_ONLY = ['audit_entries', 'audit_seals', 'migrations'];

/**
 * Sets up the role of an address: it reads and writes the records, reads the audit trail, and owns
 * nothing, so that it can neither change the trail nor switch off the triggers that write it. Run it
 * after each migration, for it grants on the tables there are.
 *
 * @param owner connected as the role that owns the tables and may make roles
 * @param appUrl address with the role's name and password
 */
export async function prepareAppRole(owner: DataSource, appUrl: string): Promise<void> {
  const url = new URL(appUrl);
  const name = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  const [{ role, secret, schema }]: [{ role: string; secret: string; schema: string }] =
    await owner.query(
      `SELECT quote_ident($1) AS role, quote_literal($2) AS secret,
         quote_ident(current_schema()) AS schema`,
      [name, password],
    );
  await owner.transaction(async (manager) => {
    // Two processes that start together take turns; a role belongs to the whole server.
    await takeLock(manager, 'appRole');
    const found: unknown[] = await manager.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
    const verb = found.length > 0 ? 'ALTER' : 'CREATE';
    await manager.query(
      `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${secret}`,
    );
    await manager.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    await manager.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`,
    );
    await manager.query(
      `REVOKE INSERT, UPDATE, DELETE ON ${READ_ONLY.map((table) => `${schema}.${table}`).join(', ')} FROM ${role}`,
    );
  });
}

/** The address of the same database for another role. */
export function addressFor(url: string, name: string, password: string): string {
  const address = new URL(url);
  address.username = encodeURIComponent(name);
  address.password = encodeURIComponent(password);
  return address.href;
}
