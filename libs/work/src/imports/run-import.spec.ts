import type { DataSource } from 'typeorm';
import { createTestDatabase } from '@tracker/testing';
import { countsOf, csvOf, ImportBench, registerRow, TODAY } from '@tracker/testing/imports';
import { createDataSource, ImportEntity, takeLock } from '@tracker/data';
import { applyDryRun } from './create-import';
import { sweepImports } from './sweep-imports';
import { requestUndo } from './undo-import';
import { requestCheck, requestRun } from './visits/request-visits';

// Thousands of rows each, on machines of any speed.
jest.setTimeout(60_000);

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let dataSource: DataSource;
let bench: ImportBench;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  bench = await ImportBench.open(dataSource);
});
beforeEach(() => bench.clear());
afterAll(async () => {
  await bench.close();
  await database.drop();
});

const register = (from: number, count: number) =>
  csvOf(Array.from({ length: count }, (_, index) => registerRow(from + index)));
const statusOf = async (id: string) =>
  (await dataSource.getRepository(ImportEntity).findOneByOrFail({ id })).status;
const options = () => ({ dataDir: bench.dataDir, today: TODAY });

it('lets two imports at once take turns', async () => {
  // Both bring the same schools: side by side each would create them, or one would fail.
  const file = register(200001, 3_000);
  const [a, b] = await Promise.all([bench.queue('schools', file), bench.queue('schools', file)]);
  const done = await Promise.all([bench.run(a.id), bench.run(b.id)]);
  expect(done.map(countsOf)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ created: 3_000, unchanged: 0 }),
      expect.objectContaining({ created: 0, unchanged: 3_000 }),
    ]),
  );
});

it('runs an import once when two workers take it', async () => {
  const { id } = await bench.queue('schools', register(200001, 10));
  const [a, b] = await Promise.all([bench.run(id), bench.run(id)]);
  expect(countsOf(a)).toEqual(countsOf(b));
  expect(a).toMatchObject({ status: 'done', created: 10 });
});

it('goes on after files of another kind were refused, however many', async () => {
  const links =
    'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n1,2,Alder,Successor,01-09-2023\n';
  for (let sent = 0; sent < 4; sent += 1) {
    const refused = await bench.run((await bench.queue('schools', links)).id);
    expect(refused).toMatchObject({ status: 'failed', message: expect.stringMatching(/links/) });
  }
  const { id } = await bench.queue('schools', register(200001, 10));
  expect(await bench.run(id)).toMatchObject({ status: 'done', created: 10 });
});

it('checks a file of visits as often as somebody changes how it is read', async () => {
  await bench.import(
    'schools',
    csvOf([registerRow(200001, { EstablishmentName: 'Alder School' })]),
  );
  const log = 'School,Date of visit\nAlder School,17/05/2023\n';
  const { id } = await bench.queue('visits', log, { dryRun: true });
  expect(await bench.run(id)).toMatchObject({ status: 'done', created: 1 });
  for (let again = 0; again < 5; again += 1) {
    await dataSource.transaction((manager) => requestCheck(manager, id, {}));
    expect(await bench.run(id)).toMatchObject({ status: 'done', created: 1 });
  }
  await dataSource.transaction((manager) => requestRun(manager, id));
  expect(await bench.run(id)).toMatchObject({ status: 'done', created: 1, dryRun: false });
});

it('starts from nothing after a crash half-way', async () => {
  const { id } = await bench.queue('schools', register(200001, 8_000));
  const running = bench.run(id);
  const outcome = running.then(
    () => 'finished',
    () => 'broke off',
  );
  // As when the process or the server dies: the connection with the transaction is gone.
  let killed = 0;
  while (killed === 0) {
    const rows: unknown[] = await dataSource.query(
      `SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a
       JOIN pg_locks l ON l.pid = a.pid AND l.locktype = 'advisory' AND l.granted
       WHERE a.datname = current_database()
         AND a.query LIKE '%staged_schools%' AND EXISTS (
           SELECT FROM imports WHERE status = 'running')`,
    );
    killed = rows.length;
  }
  expect(await outcome).toBe('broke off');
  expect(await statusOf(id)).toBe('running');
  expect(await dataSource.query('SELECT count(*) FROM schools')).toEqual([{ count: 0 }]);

  expect(await sweepImports(dataSource, options())).toBe(1);
  const done = await dataSource.getRepository(ImportEntity).findOneByOrFail({ id });
  expect(done).toMatchObject({ status: 'done', created: 8_000, rejected: 0 });
});

it('finds what waits, oldest first, and leaves it while another process is at it', async () => {
  const first = await bench.queue('schools', register(200001, 5));
  const second = await bench.queue('schools', csvOf([registerRow(200001, { Town: 'Hertford' })]));
  const other = createDataSource(database.url, 1);
  await other.initialize();
  try {
    await other.transaction(async (manager) => {
      await takeLock(manager, 'import');
      expect(await sweepImports(dataSource, options())).toBe(0);
    });
  } finally {
    await other.destroy();
  }
  expect(await sweepImports(dataSource, options())).toBe(2);
  expect(await bench.school(200001)).toMatchObject({ town: 'Hertford' });

  await requestUndo(dataSource.manager, second.id, null);
  expect(await sweepImports(dataSource, options())).toBe(1);
  expect(await statusOf(second.id)).toBe('undone');
  expect(await statusOf(first.id)).toBe('done');
  expect(await bench.school(200001)).toMatchObject({ town: 'Ware' });
});

it('applies the file of a dry run without it being sent again', async () => {
  const rows = csvOf([registerRow(200001), registerRow(200002, { 'LA (code)': '823' })]);
  const dry = await bench.import('schools', rows, { dryRun: true, options: { laCodes: ['919'] } });
  const real = await applyDryRun(dataSource.manager, dry.id, null);
  expect(await bench.run(real.id)).toMatchObject({ status: 'done', created: 1, skipped: 1 });
  await expect(applyDryRun(dataSource.manager, real.id, null)).rejects.toThrow('Only a dry run');
});

it('says when the stored file is gone', async () => {
  const { id } = await bench.queue('schools', register(200001, 1));
  await dataSource.query(`UPDATE imports SET stored_as = 'gone'`);
  expect(await bench.run(id)).toMatchObject({
    ...{ status: 'failed', message: 'The file is no longer kept here. Send it again.' },
  });
});

it('stops at a file of which nothing fits, and keeps nothing of it', async () => {
  const rows = Array.from({ length: 100_001 }, () => 'x,x,Open,Community school');
  const header = 'URN,EstablishmentName,EstablishmentStatus (name),TypeOfEstablishment (name)';
  const failed = await bench.import('schools', [header, ...rows].join('\n'));
  expect(failed).toMatchObject({
    status: 'failed',
    message: expect.stringMatching(/100,000 rows/),
  });
  expect(await bench.rejections(failed.id)).toEqual([]);
});
