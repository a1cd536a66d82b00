import { Client } from 'pg';
import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { takeLock } from '../database/locks';
import { OperatorError } from '@tracker/process';
import { raw, rowsOf, sql, statement } from '../sql';
import { scramVerifier } from './scram-verifier';

/** The role that the API and the worker connect as where the tracker sets the roles up itself. */
export const APP_ROLE = 'tracker_app';

/** What no application writes: the triggers do, with their owner's rights. */
const READ_ONLY = [
  'audit_entries',
  'audit_seals',
  'migrations',
  'touched_schools',
  'school_standings',
  'queue_places',
];

interface Role {
  /** Quoted for use in a statement. */
  name: string;
  password: string;
}

const NAMES = statement(
  'audit.quoted-names',
  (role: string) => sql<{ role: string; schema: string }>`
  SELECT quote_ident(${role}) AS role, quote_ident(current_schema()) AS schema`,
);

/**
 * Sets up the role of an address: it reads and writes the records, reads the audit trail, and owns
 * nothing, so that it can neither change the trail nor switch off the triggers that write it. Run it
 * after each migration, for it grants on the tables there are. The owner need not be a superuser; a
 * role that somebody else made and that it may not change is taken as it is, when it is right.
 *
 * @param owner connected as the role that owns the tables
 * @param appUrl address with the role's name and password
 * @throws OperatorError when the role can be neither made nor used; no password is in its sentence
 */
export async function prepareAppRole(owner: DataSource, appUrl: string): Promise<void> {
  const url = new URL(appUrl);
  const name = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  const [{ role, schema }] = (await NAMES.rows(owner, name)) as [{ role: string; schema: string }];
  await owner.transaction(async (manager) => {
    // Two processes that start together take turns; a role belongs to the whole server.
    await takeLock(manager, 'appRole');
    const found = await ATTRIBUTES.row(manager, name);
    // One role for everything: there is nothing to give it.
    if (found?.isOwner) return;
    if (found === undefined) await makeRole(manager, { name: role, password });
    else await keepRole(manager, { name: role, password }, found, appUrl);
    await grant(manager, role, schema);
  });
}

interface Attributes {
  rolsuper: boolean;
  rolcreatedb: boolean;
  rolcreaterole: boolean;
  rolcanlogin: boolean;
  isOwner: boolean;
}

const ATTRIBUTES = statement(
  'audit.attributes-of-role',
  (role: string) => sql<Attributes>`
  SELECT rolsuper, rolcreatedb, rolcreaterole, rolcanlogin, rolname = current_user AS "isOwner"
  FROM pg_roles WHERE rolname = ${role}`,
);

async function makeRole(manager: EntityManager, { name, password }: Role): Promise<void> {
  const made = await attempt(
    manager,
    `CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${scramVerifier(password)}'`,
  );
  if (made) return;
  throw new OperatorError(
    `The role ${name} of DATABASE_URL does not exist, and the role of DATABASE_OWNER_URL may not make it. Make it by hand with the password of DATABASE_URL (CREATE ROLE ${name} LOGIN), or give the owner CREATEROLE.`,
  );
}

/** What is right is not set again: who is no superuser may not even say that another is none. */
async function keepRole(
  manager: EntityManager,
  { name, password }: Role,
  found: Attributes,
  appUrl: string,
): Promise<void> {
  const wrong = [
    ...(found.rolsuper ? ['NOSUPERUSER'] : []),
    ...(found.rolcreatedb ? ['NOCREATEDB'] : []),
    ...(found.rolcreaterole ? ['NOCREATEROLE'] : []),
    ...(found.rolcanlogin ? [] : ['LOGIN']),
  ];
  if (wrong.length > 0 && !(await attempt(manager, `ALTER ROLE ${name} ${wrong.join(' ')}`))) {
    throw new OperatorError(
      `The role ${name} of DATABASE_URL may do too much or cannot sign in, and the role of DATABASE_OWNER_URL may not change it. Set it by hand: ALTER ROLE ${name} ${wrong.join(' ')}.`,
    );
  }
  const secret = `ALTER ROLE ${name} PASSWORD '${scramVerifier(password)}'`;
  if ((await attempt(manager, secret)) || (await canConnect(appUrl))) return;
  throw new OperatorError(
    `The password in DATABASE_URL does not open the role ${name}, and the role of DATABASE_OWNER_URL may not change it. Set the right one in DATABASE_URL.`,
  );
}

/** @returns false where the role that asks may not do it, and then nothing was done */
async function attempt(manager: EntityManager, statement: string): Promise<boolean> {
  // Nothing here can be prepared: names and passwords of roles are no values.
  await rowsOf(manager, sql`SAVEPOINT attempt`);
  try {
    await rowsOf(manager, raw(statement));
    await rowsOf(manager, sql`RELEASE SAVEPOINT attempt`);
    return true;
  } catch (error) {
    await rowsOf(manager, sql`ROLLBACK TO SAVEPOINT attempt`);
    const code = error instanceof QueryFailedError && (error.driverError as { code?: string }).code;
    if (code === '42501') return false;
    throw error;
  }
}

async function canConnect(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Our own tables alone: an extension's may stand beside them, and are not ours to grant on. */
const OWN_TABLES = statement(
  'audit.own-tables',
  (readOnly: readonly string[]) => sql<{ name: string; readOnly: boolean }>`
  SELECT quote_ident(c.relname) AS name, c.relname = ANY (${readOnly}::text[]) AS "readOnly"
  FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'v', 'p')
    AND pg_has_role(c.relowner, 'USAGE')`,
);

async function grant(manager: EntityManager, role: string, schema: string): Promise<void> {
  const tables = await OWN_TABLES.rows(manager, READ_ONLY);
  const list = (readOnly: boolean) =>
    tables
      .filter((table) => table.readOnly === readOnly)
      .map(({ name }) => `${schema}.${name}`)
      .join(', ');
  const [written, read] = [raw(list(false)), raw(list(true))];
  const [to, within] = [raw(role), raw(schema)];
  // Neither a name of a role nor one of a table can be a value.
  await rowsOf(manager, sql`GRANT USAGE ON SCHEMA ${within} TO ${to}`);
  await rowsOf(manager, sql`GRANT SELECT, INSERT, UPDATE, DELETE ON ${written} TO ${to}`);
  await rowsOf(manager, sql`REVOKE ALL ON ${read} FROM ${to}`);
  await rowsOf(manager, sql`GRANT SELECT ON ${read} TO ${to}`);
}

/** The address of the same database for another role. */
export function addressFor(url: string, name: string, password: string): string {
  const address = new URL(url);
  address.username = encodeURIComponent(name);
  address.password = encodeURIComponent(password);
  return address.href;
}
