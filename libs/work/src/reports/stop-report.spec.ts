import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportParameters } from '@tracker/domain';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { ReportEntity } from '@tracker/data';
import { stopWork } from '../stopping';
import { runReport } from './run-report';
import { sweepReports } from './sweep-reports';

jest.setTimeout(60_000);

let database: TestDatabase;
let dataSource: DataSource;
let dataDir: string;
const today = '2024-11-20';
const options = () => ({ dataDir, today });
const EVERY_YEAR: ReportParameters = {
  ...{ academicYear: null, asOf: today, regionId: null, columns: [] },
};

beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  dataDir = await mkdtemp(join(tmpdir(), 'tracker-reports-'));
  await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope, establishment_type)
     VALUES (100001, 'Mill Lane', 'open', true, 'Community school')`,
  );
  await dataSource.query(
    `INSERT INTO visits (school_id, kind, status, visited_on)
     SELECT s.id, 'cycle', 'completed', '2004-09-02'::date + n / 5
     FROM schools s, generate_series(1, 30000) n`,
  );
});
beforeEach(() => dataSource.query('WITH gone AS (DELETE FROM reports) DELETE FROM stored_files'));
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const queue = () =>
  dataSource.getRepository(ReportEntity).save({
    ...{ kind: 'workbook', format: 'xlsx', parameters: EVERY_YEAR, fileName: 'a.xlsx' },
  } as ReportEntity);
const stored = (id: string) => dataSource.getRepository(ReportEntity).findOneByOrFail({ id });
const files = async (): Promise<string[]> =>
  (await dataSource.query('SELECT id FROM stored_files')).map(({ id }: { id: string }) => id);
const stop = (id: string, by = 'Ash Rook') => stopWork(dataSource.manager, 'reports', id, by);
const STOPPED = {
  status: 'failed',
  storedAs: null,
  message: 'Ash Rook stopped it before it had finished; there is no file.',
};

async function until(wanted: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 800; tries += 1) {
    if (await wanted()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Not as wanted within twenty seconds');
}
const runs = (id: string) => until(async () => (await stored(id)).status === 'running');

/** Runs `work` while nobody can read actions. */
async function whileActionsAreLocked(work: () => Promise<void>): Promise<void> {
  const blocker = dataSource.createQueryRunner();
  await blocker.startTransaction();
  try {
    await blocker.query('LOCK TABLE follow_up_actions IN ACCESS EXCLUSIVE MODE');
    await work();
  } finally {
    await blocker.rollbackTransaction();
    await blocker.release();
  }
}

describe('a report that somebody stops', () => {
  it('before its turn is never begun', async () => {
    const { id } = await queue();
    await stop(id);
    expect(await runReport(dataSource, id, options())).toBe(false);
    expect(await stored(id)).toMatchObject({ ...STOPPED, attempts: 0 });
    expect(await files()).toEqual([]);
  });

  it('while its file is being written leaves none, whole or half', async () => {
    const { id } = await queue();
    const running = runReport(dataSource, id, options());
    await until(async () => (await files()).length > 0);
    await stop(id);
    expect(await running).toBe(true);
    expect(await stored(id)).toMatchObject({ ...STOPPED, attempts: 1 });
    expect(await files()).toEqual([]);
  });

  it('in the middle of a statement does not wait for that, and the next one is begun', async () => {
    const first = await queue();
    const second = await queue();
    let sweep: Promise<number> | undefined;
    await whileActionsAreLocked(async () => {
      sweep = sweepReports(dataSource, options());
      await runs(first.id);
      await stop(first.id);
      await runs(second.id);
    });
    expect(await sweep).toBe(2);
    expect(await stored(first.id)).toMatchObject(STOPPED);
    const done = await stored(second.id);
    expect(done).toMatchObject({ status: 'done', attempts: 1 });
    expect(await files()).toEqual([done.storedAs]);
  });

  it('and is removed at once is given up as well', async () => {
    const { id } = await queue();
    await whileActionsAreLocked(async () => {
      const running = runReport(dataSource, id, options());
      await runs(id);
      await dataSource.query('DELETE FROM reports WHERE id = $1', [id]);
      expect(await running).toBe(true);
    });
    expect(await files()).toEqual([]);
  });

  it('a second time, or after it was made, stays as it is and says so', async () => {
    const over = 'This report is not under way any more, so it cannot be stopped.';
    const { id } = await queue();
    const presses = await Promise.allSettled([stop(id), stop(id)]);
    expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(stop(id, 'Somebody Else')).rejects.toThrow(over);
    expect(await stored(id)).toMatchObject(STOPPED);
    const made = await queue();
    await runReport(dataSource, made.id, options());
    const done = await stored(made.id);
    await expect(stop(made.id)).rejects.toThrow(over);
    expect(await stored(made.id)).toEqual(done);
    expect(await files()).toEqual([done.storedAs]);
  });
});
