import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { londonToday } from '@tracker/domain';
import { findFreePort } from '@tracker/embedded';
import { OperatorError } from '@tracker/process';
import type { DataSource } from 'typeorm';
import { cpuOf, familyCpuOf, parentOf } from './cpu-of';
import { ENGLAND, type EnglandSize, fillEngland, ONE_HUB } from './england';
import { load, type LoadFigures } from './load';
import { memoryInWords, memoryOf } from './memory-of';
import { withOwnDatabase } from './own-database';
import { withProcess } from './own-process';
import { type Person, People } from './people';
import { type Cell, requestCells } from './request-cells';

const DATABASE = 'tracker_benchmark_requests';
const CONNECTIONS = 50;
/** So many are signed in that none meets the bound of requests in a minute. */
const SIGNED_IN = 400;
export const SIZES: Record<string, EnglandSize> = {
  hub: ONE_HUB,
  england: ENGLAND,
};

export interface RequestServers {
  databaseUrl: string;
  redisUrl: string;
}

interface Side {
  figures: LoadFigures;
  /** CPU a request, in milliseconds. */
  server: number;
  database: number;
}

interface Program {
  origin: string;
  pid: number | undefined;
  startedIn: number;
}

/**
 * Drives the tracker as in production, signed in, and in turn a bare program that asks the same of the
 * same database with one prepared statement a request. Prints Markdown. The database is dropped
 * afterwards.
 *
 * @param seconds of each load; before it a third of it warms up
 * @param sizes names of `SIZES`
 */
export async function benchmarkRequests(
  servers: RequestServers,
  { seconds, sizes }: { seconds: number; sizes: readonly string[] },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-benchmark-'));
  try {
    for (const title of sizes) {
      const size = SIZES[title] as EnglandSize;
      await withOwnDatabase(servers.databaseUrl, DATABASE, async (dataSource, url) => {
        await fillEngland(dataSource, size, londonToday(Date.now()));
        await dataSource.query('VACUUM ANALYZE');
        const env = {
          ...process.env,
          ...{ NODE_ENV: 'production', DATABASE_OWNER_URL: '', TRACKER_TODAY: '' },
          ...{ DATABASE_URL: url, REDIS_URL: servers.redisUrl, TRACKER_DATA_DIR: folder },
          ...{ TRACKER_TRUST_PROXY: '127.0.0.1', HOST: '127.0.0.1', TRACKER_DEMO: '' },
        };
        console.log(
          `\n### ${title}: ${size.schools} schools, ${size.visits} visits, ${CONNECTIONS} connections, ${seconds} s each\n`,
        );
        await withProcess(WORKER, { ...env, PORT: '' }, async () => {
          await untilRanked(dataSource);
          await compare(dataSource, env, seconds);
        });
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const API = join(__dirname, '../../../api/dist/main.js');
const WORKER = join(__dirname, '../../../worker/dist/main.js');
const BARE = join(__dirname, 'bare/server.js');

async function untilRanked(dataSource: DataSource): Promise<void> {
  for (let waited = 0; waited < 240; waited += 1) {
    const [{ left } = { left: 1 }]: { left: number }[] = await dataSource.query(
      'SELECT count(*)::int AS left FROM stale_scores',
    );
    if (left === 0) return;
    await sleep(500);
  }
  throw new OperatorError('The worker did not finish the ranking within two minutes.');
}

async function compare(
  dataSource: DataSource,
  env: NodeJS.ProcessEnv,
  seconds: number,
): Promise<void> {
  const people = await new People(dataSource).several('head', SIGNED_IN);
  const cells = await requestCells(dataSource, londonToday(Date.now()));
  const [backend]: { pid: number }[] = await dataSource.query('SELECT pg_backend_pid() AS pid');
  const database = parentOf(backend?.pid ?? 0);
  await withProgram(API, env, (tracker) =>
    withProgram(BARE, env, async (bare) => {
      console.log(HEAD);
      for (const cell of cells) {
        const measure = (program: Program, next: Cell['bare']) =>
          measureSide(program, database, seconds, next);
        const ours = await measure(tracker, signedIn(people, cell.tracker));
        const theirs = await measure(bare, cell.bare);
        console.log(lineOf(cell.title, ours, theirs));
      }
      const both = (inWords: (program: Program) => string) =>
        `tracker ${inWords(tracker)}, bare ${inWords(bare)}`;
      const memory = ({ pid }: Program) => memoryInWords(memoryOf(pid, 'most'));
      console.log(`\nMost memory: ${both(memory)}.`);
      console.log(`Start to ready: ${both(({ startedIn }) => `${Math.round(startedIn)} ms`)}.`);
    }),
  );
}

async function withProgram(
  file: string,
  env: NodeJS.ProcessEnv,
  work: (program: Program) => Promise<void>,
): Promise<void> {
  const port = await findFreePort();
  await withProcess(file, { ...env, PORT: String(port) }, ({ pid }, startedIn) =>
    work({ origin: `http://127.0.0.1:${port}`, pid, startedIn }),
  );
}

/** Each person asks from an address of their own. */
const signedIn =
  (people: readonly Person[], next: Cell['tracker']): Cell['tracker'] =>
  (n) => {
    const person = n % people.length;
    const asked = next(n);
    const from = `198.18.${person >> 8}.${person & 255}`;
    const cookie = people[person]?.cookie ?? '';
    return { ...asked, headers: { ...asked.headers, Cookie: cookie, 'X-Forwarded-For': from } };
  };

async function measureSide(
  { origin, pid }: Program,
  database: number,
  seconds: number,
  next: Cell['bare'],
): Promise<Side> {
  await load(origin, { connections: CONNECTIONS, seconds: seconds / 3 }, next);
  const before = { server: cpuOf(pid), database: familyCpuOf(database) };
  const figures = await load(origin, { connections: CONNECTIONS, seconds }, next);
  const failures = Object.entries(figures.failed).map(([status, n]) => `${n} x ${status}`);
  if (failures.length > 0) console.error(`Answers that were no success: ${failures.join(', ')}.`);
  return {
    figures,
    server: (cpuOf(pid) - before.server) / figures.answered,
    database: (familyCpuOf(database) - before.database) / figures.answered,
  };
}

const HEAD = `| | tracker, a second | bare, a second | ratio | p50 ms | p99 ms | CPU ms: server | database | in all | bare in all |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |`;

function lineOf(title: string, ours: Side, theirs: Side): string {
  const rate = ({ figures }: Side) => figures.answered / figures.seconds;
  const pair = (of: (side: LoadFigures) => number) =>
    `${of(ours.figures).toFixed(1)} / ${of(theirs.figures).toFixed(1)}`;
  const all = ({ server, database }: Side) => (server + database).toFixed(2);
  const cells = [
    ...[title, rate(ours).toFixed(0), rate(theirs).toFixed(0)],
    `${((100 * rate(ours)) / rate(theirs)).toFixed(0)}%`,
    ...[pair(({ p50 }) => p50), pair(({ p99 }) => p99)],
    ...[ours.server.toFixed(2), ours.database.toFixed(2), all(ours), all(theirs)],
  ];
  return `| ${cells.join(' | ')} |`;
}
