import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource, LOCKS, runMigrations } from '../../data/src/database';
import { databasePrefix, withServer } from './test-run-databases';

/** A database of the test's own. */
export interface TestDatabase {
  /** Its address, for a process or an application under test. */
  url: string;
  /** Connected to it. */
  dataSource: DataSource;
  /** Disconnects `dataSource` and drops the database, whoever else is still connected. */
  drop(): Promise<void>;
}

/**
 * An empty migrated database for one test file: a copy of a template that is migrated once a run, by
 * whichever file asks first. Takes about 50 ms.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `${databasePrefix()}_${randomBytes(6).toString('hex')}`;
  await withServer(async (client) => {
    // Held until the connection ends.
    await client.query('SELECT pg_advisory_lock($1)', [LOCKS.testTemplate]);
    const template = `${databasePrefix()}_template`;
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${template}`);
      try {
        await migrate(addressOf(template));
      } catch (error) {
        await client.query(`DROP DATABASE ${template} WITH (FORCE)`);
        throw error;
      }
    }
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return openDatabase(name);
}

/** An empty database without any table, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `${databasePrefix()}_${randomBytes(6).toString('hex')}`;
  await withServer((client) => client.query(`CREATE DATABASE ${name}`));
  return openDatabase(name);
}

async function openDatabase(name: string): Promise<TestDatabase> {
  const url = addressOf(name);
  const dataSource = await createDataSource(url).initialize();
  return {
    url,
    dataSource,
    async drop() {
      await dataSource.destroy();
      await withServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function migrate(url: string): Promise<void> {
  const dataSource = await createDataSource(url, 2).initialize();
  try {
    await runMigrations(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

function addressOf(name: string): string {
  const url = new URL(process.env.DATABASE_URL ?? '');
  url.pathname = `/${name}`;
  return url.href;
}
