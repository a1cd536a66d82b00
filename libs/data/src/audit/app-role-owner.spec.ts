import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createEmptyDatabase, type TestDatabase } from '@tracker/testing';
import { createDataSource, runMigrations } from '../database';
import { faultText, OperatorError } from '@tracker/process';
import { addressFor, prepareAppRole } from './app-role';
import { scramVerifier } from './scram-verifier';

// Every migration is run as a role of its own.
jest.setTimeout(60_000);

const suffix = randomBytes(4).toString('hex');
const OWNER = `owner_${suffix}`;
const ROLES = ['app', 'found', 'strong', 'late', 'other'].map((name) => `${name}_${suffix}`);
const [APP = '', FOUND = '', STRONG = '', LATE = '', OTHER = ''] = ROLES;
const SECRET = 'n0bodyMayReadThis';

let database: TestDatabase;
let owner: DataSource;

/** As managed PostgreSQL has it: the owner of a database is no superuser. */
beforeAll(async () => {
  database = await createEmptyDatabase();
  const name = new URL(database.url).pathname.slice(1);
  const { dataSource } = database;
  await dataSource.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE NOSUPERUSER PASSWORD '${SECRET}'`);
  await dataSource.query(`ALTER DATABASE ${name} OWNER TO ${OWNER}`);
  // Such servers bring views of their own along, which are not the owner's to grant on.
  await dataSource.query('CREATE VIEW public.of_the_server AS SELECT 1 AS one');
  owner = await createDataSource(addressFor(database.url, OWNER, SECRET), 4).initialize();
});
afterAll(async () => {
  await owner.destroy();
  for (const role of [...ROLES, OWNER]) {
    await database.dataSource.query(
      `DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
         DROP OWNED BY ${role} CASCADE; END IF; END $$`,
    );
  }
  await database.dataSource.query(
    `ALTER DATABASE "${new URL(database.url).pathname.slice(1)}" OWNER TO CURRENT_USER`,
  );
  for (const role of [...ROLES, OWNER]) {
    await database.dataSource.query(`DROP ROLE IF EXISTS ${role}`);
  }
  await database.drop();
});

const addressOf = (role: string, password = SECRET) => addressFor(database.url, role, password);

async function readsAndWrites(role: string, password = SECRET): Promise<void> {
  const client = new Client({ connectionString: addressOf(role, password) });
  await client.connect();
  try {
    await client.query(`INSERT INTO regions (name) VALUES ('By ${role} ${Math.random()}')`);
    await client.query('SELECT count(*) FROM audit_entries');
    await expect(client.query('DELETE FROM audit_entries')).rejects.toThrow('permission denied');
  } finally {
    await client.end();
  }
}

it('migrates and sets the role up, every time it is asked', async () => {
  for (let run = 0; run < 3; run += 1) {
    await runMigrations(owner);
    await prepareAppRole(owner, addressOf(APP));
    await readsAndWrites(APP);
  }
  // A new password is set as well.
  await prepareAppRole(owner, addressOf(APP, "an'other"));
  await readsAndWrites(APP, "an'other");
});

it('takes a role that somebody else made as it is, when it is right', async () => {
  await database.dataSource.query(`CREATE ROLE ${FOUND} LOGIN PASSWORD '${SECRET}'`);
  await prepareAppRole(owner, addressOf(FOUND));
  await prepareAppRole(owner, addressOf(FOUND));
  await readsAndWrites(FOUND);
});

const refusal = (url: string): Promise<unknown> =>
  prepareAppRole(owner, url).then(
    () => 'no refusal',
    (error: unknown) => error,
  );

it('says in a sentence without any password what it cannot set right', async () => {
  const { dataSource } = database;
  await dataSource.query(`CREATE ROLE ${STRONG} LOGIN CREATEDB SUPERUSER PASSWORD '${SECRET}'`);
  const strong = await refusal(addressOf(STRONG));
  await dataSource.query(`CREATE ROLE ${LATE} LOGIN PASSWORD 'an other one'`);
  const late = await refusal(addressOf(LATE));
  await dataSource.query(`ALTER ROLE ${OWNER} NOCREATEROLE`);
  const other = await refusal(addressOf(OTHER));
  await dataSource.query(`ALTER ROLE ${OWNER} CREATEROLE`);
  for (const error of [strong, late, other]) expect(error).toBeInstanceOf(OperatorError);
  expect(faultText(strong)).toContain(
    `Set it by hand: ALTER ROLE ${STRONG} NOSUPERUSER NOCREATEDB`,
  );
  expect(faultText(late)).toContain('does not open the role');
  expect(faultText(other)).toContain('Make it by hand');
  expect([strong, late, other].map((error) => faultText(error)).join()).not.toContain(SECRET);
});

it('sends no password to the server that its log could keep', async () => {
  const sent: string[] = [];
  const spied = createDataSource(addressFor(database.url, OWNER, SECRET), 2);
  spied.setOptions({
    logging: ['query'],
    logger: {
      logQuery: (query, values) => void sent.push(`${query} ${JSON.stringify(values ?? [])}`),
      logQueryError: () => undefined,
      logQuerySlow: () => undefined,
      logSchemaBuild: () => undefined,
      logMigration: () => undefined,
      log: () => undefined,
    },
  });
  await spied.initialize();
  await prepareAppRole(spied, addressOf(APP));
  await spied.destroy();
  expect(sent.join('\n')).toContain('SCRAM-SHA-256$4096:');
  expect(sent.join('\n')).not.toContain(SECRET);
});

it('makes the verifier that PostgreSQL makes of a password', async () => {
  await database.dataSource.query(`ALTER ROLE ${APP} PASSWORD 'pencil box'`);
  const [{ kept }] = await database.dataSource.query(
    'SELECT rolpassword AS kept FROM pg_authid WHERE rolname = $1',
    [APP],
  );
  const salt = Buffer.from(String(kept).split(/[:$]/)[2] ?? '', 'base64');
  expect(scramVerifier('pencil box', salt)).toBe(kept);
});
