import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReportEntity } from '@tracker/data';
import { OperatorError } from '@tracker/process';
import { to as copyTo } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { ENGLAND, fillEngland } from './england';
import { memoryInWords, memoryOf } from './memory-of';
import { withOwnDatabase } from './own-database';
import type { HubServers } from './own-hub';

const DATABASE = 'tracker_benchmark_workbook';
const ROUNDS = 2;
const LOOK_EVERY_MS = 100;

/** What the workbook's largest sheet is to a person with psql. */
const BARE = `
  SELECT v.id, s.urn, s.name, r.name, s.district, s.phase, v.kind, v.status, v.scheduled_on,
    v.start_time, v.visited_on, coalesce(u.name, v.visitor_note), v.cancelled_by,
    coalesce(v.cancel_reason, v.not_held_reason), v.purpose
  FROM visits v JOIN schools s ON s.id = v.school_id LEFT JOIN regions r ON r.id = s.region_id
  LEFT JOIN users u ON u.id = v.visitor_id
  ORDER BY coalesce(v.visited_on, v.scheduled_on), v.id`;

/**
 * Has a worker of its own make the workbook of an England-sized hub, in turn with the bare COPY of
 * its visits, and prints how long each took and how much the worker's memory grew. The database is
 * dropped afterwards.
 */
export async function benchmarkWorkbook(servers: HubServers): Promise<void> {
  const { databaseUrl, redisUrl, today } = servers;
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-workbook-'));
  try {
    await withOwnDatabase(databaseUrl, DATABASE, async (dataSource, url) => {
      console.log(`Making ${ENGLAND.schools} schools and ${ENGLAND.visits} visits ...`);
      await fillEngland(dataSource, ENGLAND, today);
      // The worker would rank them all at the same time, which is not what is measured.
      await dataSource.query('DELETE FROM stale_scores');
      const env = {
        DATABASE_URL: url,
        REDIS_URL: redisUrl,
        TRACKER_DATA_DIR: dataDir,
        TRACKER_TODAY: today,
      };
      await withWorker(env, (pid) => compare(dataSource, pid, today));
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function withWorker(
  env: Record<string, string>,
  work: (pid: number | undefined) => Promise<void>,
): Promise<void> {
  const worker = fork(join(__dirname, '../../../worker/dist/main.js'), {
    env: { ...process.env, ...env, DATABASE_OWNER_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  try {
    await new Promise((resolve) => worker.once('message', resolve));
    await work(worker.pid);
  } finally {
    worker.kill();
    await ended;
  }
}

async function compare(
  dataSource: DataSource,
  pid: number | undefined,
  today: string,
): Promise<void> {
  // What the worker loads with its first report is not the rows'.
  await made(dataSource, today, '1950-51');
  for (let round = 1; round <= ROUNDS; round += 1) {
    const bare = await timed(() => copied(dataSource));
    console.log(`Round ${round}: bare COPY of the visits ${told(bare)}`);
    const before = memoryOf(pid);
    const workbook = await made(dataSource, today, null);
    // The most it ever had: the round before counts again, never less.
    const grown = memoryOf(pid, 'most') - before;
    console.log(
      `Round ${round}: workbook ${told(workbook)}, ${(workbook.ms / bare.ms).toFixed(1)} times the bare COPY; ` +
        `memory of the worker ${memoryInWords(before)} before it, at most ${memoryInWords(grown)} more`,
    );
  }
}

interface Took {
  ms: number;
  bytes: number;
}

const told = ({ ms, bytes }: Took) =>
  `${(ms / 1000).toFixed(1)} s, ${(bytes / 1_048_576).toFixed(1)} MB`;

async function timed(work: () => Promise<number>): Promise<Took> {
  const begun = performance.now();
  const bytes = await work();
  return { bytes, ms: performance.now() - begun };
}

/** Queues a workbook and waits until the worker's sweep has made it. */
async function made(
  dataSource: DataSource,
  today: string,
  academicYear: string | null,
): Promise<Took> {
  const reports = dataSource.getRepository(ReportEntity);
  const parameters = { academicYear, asOf: today, regionId: null, columns: [] };
  const asked = { kind: 'workbook', format: 'xlsx', parameters, fileName: 'benchmark.xlsx' };
  const { id } = await reports.save(asked as unknown as ReportEntity);
  for (;;) {
    const report = await reports.findOneByOrFail({ id });
    const { status, startedAt, finishedAt, bytes } = report;
    // Its time begins when the worker takes it, which is up to a minute later.
    if (status === 'done')
      return { bytes: Number(bytes), ms: Number(finishedAt) - Number(startedAt) };
    if (report.status === 'failed') throw new OperatorError(report.message ?? 'It failed.');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function copied(dataSource: DataSource): Promise<number> {
  const runner = dataSource.createQueryRunner();
  let bytes = 0;
  const count = new Writable({
    write(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done();
    },
  });
  try {
    const client = (await runner.connect()) as {
      query(copy: NodeJS.ReadableStream): NodeJS.ReadableStream;
    };
    await pipeline(client.query(copyTo(`COPY (${BARE}) TO STDOUT (FORMAT csv, HEADER)`)), count);
    return bytes;
  } finally {
    await runner.release();
  }
}
