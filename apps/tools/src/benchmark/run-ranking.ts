import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Day } from '@tracker/domain';
import { markAllStale } from '@tracker/data';
import { OperatorError } from '@tracker/process';
import type { DataSource } from 'typeorm';
import { ENGLAND, fillEngland } from './england';
import { memoryInWords, memoryOf } from './memory-of';
import { withOwnDatabase } from './own-database';
import { measureRanking } from './ranking';

const DATABASE = 'tracker_benchmark';
const ROUNDS = 5;

export interface BenchmarkServers {
  databaseUrl: string;
  redisUrl: string;
  today: Day;
}

/**
 * Makes an England-sized hub in a database of its own, ranks it by the job's code and by one
 * hand-written statement in turn, then lets the real worker do it and reads its memory. The
 * database is dropped afterwards.
 */
export async function benchmarkRanking(servers: BenchmarkServers): Promise<void> {
  await withOwnDatabase(servers.databaseUrl, DATABASE, async (dataSource, url) => {
    console.log(`Making ${ENGLAND.schools} schools and ${ENGLAND.visits} visits ...`);
    await fillEngland(dataSource, ENGLAND, servers.today);
    await dataSource.query('VACUUM ANALYZE');
    await printRanking(dataSource, servers.today);
    await printWorkerMemory(dataSource, url, servers);
  });
}

async function printRanking(dataSource: DataSource, today: Day): Promise<void> {
  const { schools, first, again, differences } = await measureRanking(dataSource, today, ROUNDS);
  console.log(`Schools ranked: ${schools}; schools on which the two disagree: ${differences}`);
  printPair('Nothing ranked yet', first);
  printPair('All ranked already', again);
}

function printPair(
  title: string,
  { baseline, ranking }: { baseline: number[]; ranking: number[] },
): void {
  const [sql, job] = [median(baseline), median(ranking)];
  console.log(
    `${title}: bare SQL ${sql.toFixed(0)} ms, job ${job.toFixed(0)} ms, ` +
      `ratio ${(job / sql).toFixed(2)} (medians of ${baseline.length} rounds, in turn)`,
  );
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function printWorkerMemory(
  dataSource: DataSource,
  databaseUrl: string,
  { redisUrl, today }: BenchmarkServers,
): Promise<void> {
  await dataSource.query('TRUNCATE priority_scores');
  await dataSource.transaction((manager) => markAllStale(manager));
  const worker = fork(join(__dirname, '../../../worker/dist/main.js'), {
    env: { ...process.env, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, TRACKER_TODAY: today },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    for (let waited = 0; waited < 120; waited += 1) {
      const [{ left } = { left: 1 }]: { left: number }[] = await dataSource.query(
        'SELECT count(*)::int AS left FROM stale_scores',
      );
      if (left === 0) {
        console.log(
          `Most memory of the worker during the full ranking: ${memoryInWords(memoryOf(worker.pid, 'most'))}`,
        );
        return;
      }
      await sleep(500);
    }
    throw new OperatorError('The worker did not finish the ranking within a minute.');
  } finally {
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.disconnect();
    await ended;
  }
}
