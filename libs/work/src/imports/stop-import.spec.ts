import type { DataSource } from 'typeorm';
import { createTestDatabase } from '@tracker/testing';
import { csvOf, ImportBench, registerRow, TODAY } from '@tracker/testing/imports';
import { ImportEntity } from '@tracker/data';
import { stopWork } from '../stopping';
import { sweepImports } from './sweep-imports';
import { requestUndo, undoImport } from './undo-import';

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
const importOf = (id: string) => dataSource.getRepository(ImportEntity).findOneByOrFail({ id });
const schools = async () => {
  const [row]: { count: number }[] = await dataSource.query(
    'SELECT count(*)::int AS count FROM schools',
  );
  return row?.count;
};

async function untilRunning(id: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await importOf(id)).status === 'running') return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It never ran.');
}

describe('an import that somebody stops', () => {
  it('before its turn is never begun', async () => {
    const { id } = await bench.queue('schools', register(200001, 3));
    await stopWork(dataSource.manager, 'imports', id, 'Ash Rook');
    expect(await bench.run(id)).toMatchObject({
      status: 'failed',
      message: 'Ash Rook stopped it before it had finished; nothing was changed.',
    });
    expect(await schools()).toBe(0);
  });

  it('while it runs ends within moments, leaves nothing, and lets the next one in', async () => {
    const { id } = await bench.queue('schools', register(200001, 30_000));
    const running = bench.run(id);
    await untilRunning(id);
    await stopWork(dataSource.manager, 'imports', id, 'Ash Rook');
    expect(await running).toMatchObject({ status: 'failed', attempts: 1 });
    expect(await schools()).toBe(0);
    expect(await bench.import('schools', register(200001, 3))).toMatchObject({ status: 'done' });
  });

  it('in the middle of a statement does not wait for that', async () => {
    const { id } = await bench.queue('schools', register(200001, 5));
    const blocker = dataSource.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('LOCK TABLE schools IN EXCLUSIVE MODE');
    const running = bench.run(id);
    await untilRunning(id);
    await stopWork(dataSource.manager, 'imports', id, 'Ash Rook');
    expect(await running).toMatchObject({ status: 'failed' });
    await blocker.rollbackTransaction();
    await blocker.release();
    expect(await schools()).toBe(0);
  });

  it('after it is done says so', async () => {
    const { id } = await bench.import('schools', register(200001, 3));
    await expect(stopWork(dataSource.manager, 'imports', id, 'Ash Rook')).rejects.toThrow(
      'This import is not under way any more, so it cannot be stopped.',
    );
    expect(await schools()).toBe(3);
  });
});

describe('an import that took its worker down', () => {
  const died = (id: string, times: number, status = 'running') =>
    dataSource.query('UPDATE imports SET status = $3, attempts = $2 WHERE id = $1', [
      id,
      times,
      status,
    ]);

  it('twice is tried once more', async () => {
    const { id } = await bench.queue('schools', register(200001, 3));
    await died(id, 2);
    expect(await bench.run(id)).toMatchObject({ status: 'done', attempts: 0 });
  });

  it('three times is given up with a sentence, and keeps no other waiting', async () => {
    const poisoned = await bench.queue('schools', register(200001, 3));
    await died(poisoned.id, 3);
    const next = await bench.queue('schools', register(300001, 2));
    await sweepImports(dataSource, { dataDir: bench.dataDir, today: TODAY });
    expect(await importOf(poisoned.id)).toMatchObject({
      status: 'failed',
      message:
        'The import was begun three times and broke off each time, so it was given up; nothing ' +
        'was changed. Send the file in parts.',
    });
    expect(await importOf(next.id)).toMatchObject({ status: 'done', created: 2 });
  });

  it('three times while it was undone stays as it is, with a sentence', async () => {
    const { id } = await bench.import('schools', register(200001, 3));
    await requestUndo(dataSource.manager, id, null);
    expect(await importOf(id)).toMatchObject({ attempts: 0 });
    await died(id, 3, 'undoing');
    expect(await undoImport(dataSource, id)).toMatchObject({
      status: 'done',
      message: expect.stringMatching(/^The undo was begun three times/),
    });
    expect(await schools()).toBe(3);
  });
});
