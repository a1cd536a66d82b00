import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { createDataSource } from './data-source';
import { isPassing } from './long-transaction';
import { outageOf } from './outage';
import { probeRoom, renewConnections, takesWrites } from './write-probe';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url, 2).initialize();
}, 60_000);
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const raised = (code: string): Promise<unknown> =>
  dataSource
    .query(`DO $$ BEGIN RAISE 'as asked' USING ERRCODE = '${code}'; END $$`)
    .catch((error: unknown) => error);

it.each([
  ['25006', 'read_only'],
  ['53100', 'full'],
  ['58030', 'full'],
  ['53200', 'busy'],
  ['53300', 'busy'],
  ['57014', 'slow'],
  ['57P01', 'away'],
  ['57P02', 'away'],
  ['57P03', 'away'],
  ['08006', 'away'],
  ['08P01', null],
  ['23505', null],
  ['42P01', null],
  ['22P02', null],
])('SQLSTATE %s is the outage %s', async (code, outage) => {
  const error = await raised(code);
  expect(outageOf(error)).toBe(outage);
  expect(isPassing(error)).toBe(outage !== null && outage !== 'slow');
});

it('takes the words of the file system where the code says too little', () => {
  const words = (message: string, code: string) => Object.assign(new Error(message), { code });
  const extend = 'could not extend file "base/1/2": ';
  expect(outageOf(words(`${extend}File too large`, 'XX000'))).toBe('full');
  expect(outageOf(words('could not open file "base/1": Read-only file system', '42501'))).toBe(
    'full',
  );
  expect(outageOf(words('permission denied for table visits', '42501'))).toBeNull();
  // What somebody typed is quoted by a refusal of its own code.
  const typed = 'invalid input syntax for type uuid: "Connection terminated"';
  expect(outageOf(words(typed, '22P02'))).toBeNull();
});

it('knows a connection that was cut, under the statement and after it', async () => {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  const [{ pid }]: [{ pid: number }] = await runner.query('SELECT pg_backend_pid() AS pid');
  const sleeping = runner.query('SELECT pg_sleep(30)').catch((error: unknown) => error);
  await database.dataSource.query('SELECT pg_terminate_backend($1)', [pid]);
  expect(outageOf(await sleeping)).toBe('away');
  // TypeORM has released the runner meanwhile, and says so instead of what happened.
  const after = await runner.query('SELECT 1').catch((error: unknown) => error);
  expect(outageOf(after)).toBe('away');
  await runner.release();
});

it('knows that no connection is free, and that a statement took too long', async () => {
  const tight = await createDataSource(database.url, 1).initialize();
  const holder = tight.createQueryRunner();
  try {
    await holder.query(`SET statement_timeout = '50ms'`);
    const slow = await holder.query('SELECT pg_sleep(5)').catch((error: unknown) => error);
    expect(outageOf(slow)).toBe('slow');
    const waited = await tight.query('SELECT 1').catch((error: unknown) => error);
    expect(outageOf(waited)).toBe('busy');
  } finally {
    await holder.release();
    await tight.destroy();
  }
}, 15_000);

it('knows a server that refuses the connection', async () => {
  const nowhere = createDataSource('postgres://tracker:x@127.0.0.1:1/tracker', 1);
  const error = await nowhere.initialize().catch((reason: unknown) => reason);
  expect(outageOf(error)).toBe('away');
});

it('finds out by trying whether there is room, and leaves nothing behind', async () => {
  expect(await probeRoom(dataSource)).toBeNull();
  const tables = await dataSource.query(`SELECT FROM pg_class WHERE relname = 'room_probe'`);
  expect(tables).toHaveLength(0);
});

it('finds the primary again with new connections, when the old ones stay read-only', async () => {
  const name = new URL(database.url).pathname.slice(1);
  await database.dataSource.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  await renewConnections(dataSource);
  expect(await takesWrites(dataSource)).toBe(false);
  expect(await probeRoom(dataSource)).toBe('read_only');
  await database.dataSource.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
  expect(await takesWrites(dataSource)).toBe(false);
  await renewConnections(dataSource);
  expect(await takesWrites(dataSource)).toBe(true);
});
