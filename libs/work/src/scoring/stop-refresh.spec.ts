import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { PriorityRefreshEntity, markAllStale } from '@tracker/data';
import { runRefresh } from './run-refresh';
import { stopRefresh } from './stop-refresh';

jest.setTimeout(60_000);

const TODAY = '2024-11-20';
/** More than are ranked at one time. */
const SCHOOLS = 6_000;

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope, establishment_type)
     SELECT 100000 + n, 'School', 'open', true, 'Community school' FROM generate_series(1, $1) n`,
    [SCHOOLS],
  );
});
beforeEach(() =>
  dataSource.query('TRUNCATE stale_scores, priority_scores, priority_refreshes CASCADE'),
);
afterAll(() => database.drop());

/** As `POST /api/priority-refreshes` does with `all`. */
async function asked(): Promise<string> {
  return dataSource.transaction(async (manager) => {
    const { id } = await manager.save(PriorityRefreshEntity, { allSchools: true });
    await markAllStale(manager, id);
    return id;
  });
}
const refreshOf = (id: string) =>
  dataSource.getRepository(PriorityRefreshEntity).findOneByOrFail({ id });
const stop = (id: string, by = 'Ash Rook') =>
  dataSource.transaction((manager) => stopRefresh(manager, id, by));
const count = async (table: string): Promise<number> => {
  const [row]: { count: number }[] = await dataSource.query(
    `SELECT count(*)::int AS count FROM ${table}`,
  );
  return row?.count ?? -1;
};
const anySchool = async (): Promise<string> => {
  const [row]: { id: string }[] = await dataSource.query('SELECT id FROM schools LIMIT 1');
  return row?.id ?? '';
};
const changed = (id: string) =>
  dataSource.query('UPDATE schools SET fsm_percent = 7 WHERE id = $1', [id]);
const STOPPED = {
  status: 'failed',
  message:
    'Ash Rook stopped the ranking before it had finished; schools that were not reached keep the rank they had.',
};

describe('a ranking that somebody stops', () => {
  it('before its turn is never begun, and no sweep ranks for it', async () => {
    const id = await asked();
    await stop(id);
    expect(await runRefresh(dataSource, TODAY, id)).toEqual({ schools: 0, changed: 0 });
    expect(await runRefresh(dataSource, TODAY)).toEqual({ schools: 0, changed: 0 });
    expect(await refreshOf(id)).toMatchObject({ ...STOPPED, attempts: 0, schools: 0 });
    expect(await count('stale_scores')).toBe(0);
  });

  it('while it runs ends with the schools it is at, each ranked whole', async () => {
    const id = await asked();
    const blocker = dataSource.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('LOCK TABLE priority_scores IN EXCLUSIVE MODE');
    const running = runRefresh(dataSource, TODAY, id);
    while ((await refreshOf(id)).status !== 'running') await new Promise(setImmediate);
    // Until it holds its first schools and waits to write what they came to.
    const waiting = `SELECT FROM pg_locks
      WHERE NOT granted AND relation = 'priority_scores'::regclass`;
    const waits = async () => ((await dataSource.query(waiting)) as unknown[]).length > 0;
    while (!(await waits())) await new Promise(setImmediate);
    await stop(id);
    await blocker.rollbackTransaction();
    await blocker.release();
    const { schools } = await running;
    expect(schools).toBe(2_500);
    expect(await refreshOf(id)).toMatchObject({ ...STOPPED, schools, changed: schools });
    expect(await count('priority_scores')).toBe(schools);
    expect(await count('stale_scores')).toBe(0);
    const next = await asked();
    expect(await runRefresh(dataSource, TODAY, next)).toMatchObject({ schools: SCHOOLS });
    expect(await refreshOf(next)).toMatchObject({ status: 'done', message: null });
  });

  it('leaves to be ranked what changed before it or meanwhile', async () => {
    const before = await anySchool();
    await changed(before);
    const id = await asked();
    const [{ id: meanwhile }] = await dataSource.query(
      'SELECT id FROM schools WHERE id <> $1 LIMIT 1',
      [before],
    );
    await changed(meanwhile);
    await stop(id);
    const left: { school_id: string }[] = await dataSource.query(
      'SELECT school_id FROM stale_scores',
    );
    expect(left.map((row) => row.school_id).sort()).toEqual([before, meanwhile].sort());
    expect(await runRefresh(dataSource, TODAY)).toMatchObject({ schools: 2 });
  });

  it('a second time, or after it is done, stays as it is and says so', async () => {
    const over = 'This ranking is not under way any more, so it cannot be stopped.';
    const id = await asked();
    const presses = await Promise.allSettled([stop(id), stop(id)]);
    expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(stop(id, 'Somebody Else')).rejects.toThrow(over);
    expect(await refreshOf(id)).toMatchObject(STOPPED);
    const other = await asked();
    await runRefresh(dataSource, TODAY, other);
    const done = await refreshOf(other);
    await expect(stop(other)).rejects.toThrow(over);
    expect(await refreshOf(other)).toEqual(done);
  });
});

it('a ranking that broke off three times is given up with a sentence', async () => {
  const id = await asked();
  await dataSource.query(`UPDATE priority_refreshes SET attempts = 3 WHERE id = $1`, [id]);
  await runRefresh(dataSource, TODAY, id);
  expect(await refreshOf(id)).toMatchObject({
    status: 'failed',
    message: expect.stringMatching(/^The ranking was begun three times and broke off each time/),
  });
});
