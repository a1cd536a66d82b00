import { getQueueToken } from '@nestjs/bull';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { ServerEnv } from '@tracker/process';
import { TRACKER_JOBS, TRACKER_QUEUE } from '@tracker/work';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import {
  createTestDatabase,
  createTestRedis,
  type TestDatabase,
  type TestRedis,
} from '@tracker/testing';
import { ScheduleService } from '../src/schedule.service';
import { handledJobs, refuseUnhandledJobs } from '../src/handled-jobs';
import { TrackerProcessor } from '../src/tracker.processor';
import { WorkService } from '../src/work.service';
import { WorkerModule } from '../src/worker.module';

let database: TestDatabase;
let redis: TestRedis;
let worker: INestApplicationContext;
let queue: Queue;

beforeAll(async () => {
  database = await createTestDatabase();
  redis = await createTestRedis();
  const env: ServerEnv = {
    nodeEnv: 'test',
    port: 0,
    host: '127.0.0.1',
    databaseUrl: database.url,
    redisUrl: redis.url,
    dataDir: '/nowhere',
    demo: false,
    slowQueryMs: 0,
    preparedStatements: true,
    logRequests: false,
    metricsHost: '127.0.0.1',
    logFormat: 'text',
    stopGraceMs: 0,
    today: '2024-11-20',
  };
  worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(env), { logger: false });
  queue = worker.get<Queue>(getQueueToken(TRACKER_QUEUE));
}, 30_000);

afterAll(async () => {
  await worker.close();
  await redis.drop();
  await database.drop();
});

async function school(urn: number): Promise<string> {
  const [{ id }]: [{ id: string }] = await database.dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope, establishment_type)
     VALUES ($1, 'School', 'open', true, 'Community school') RETURNING id`,
    [urn],
  );
  return id;
}

async function until(wanted: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await wanted()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Not as wanted within five seconds');
}

const ranked = async (id: string): Promise<string | undefined> => {
  const rows: { score: number }[] = await database.dataSource.query(
    'SELECT score FROM priority_scores WHERE school_id = $1',
    [id],
  );
  return rows[0] && String(rows[0].score);
};

it('has one handler for each job and none for another', () => {
  expect(handledJobs(TrackerProcessor).sort()).toEqual([...TRACKER_JOBS].sort());
  class Idle {}
  expect(() => refuseUnhandledJobs(Idle)).toThrow(
    'No handler for the jobs refresh-priority-scores',
  );
});

it('sweeps each minute and ranks anew each night, by London time', async () => {
  await until(async () => (await queue.getRepeatableJobs()).length === 3);
  const jobs = await queue.getRepeatableJobs();
  expect(jobs.map(({ name, cron, every, tz }) => ({ name, cron, every, tz }))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'sweep', every: 60_000 }),
      expect.objectContaining({ name: 'mark-all-stale', cron: '5 0 * * *', tz: 'Europe/London' }),
      expect.objectContaining({ name: 'queue-digests', cron: '0 7 * * *', tz: 'Europe/London' }),
    ]),
  );
});

it('sets its clockwork up again when Redis was emptied, and needs no Redis for its round', async () => {
  const id = await school(100_900);
  await queue.client.flushdb();
  expect(await queue.getRepeatableJobs()).toHaveLength(0);
  await worker.get(ScheduleService).tick();
  expect(await queue.getRepeatableJobs()).toHaveLength(3);
  await until(async () => (await ranked(id)) !== undefined);
});

it('begins each day once, whoever looks, and a round without Redis does it', async () => {
  const begun = async () => {
    const [row] = await database.dataSource.query(
      `SELECT done_on AS "doneOn", done_at AS "doneAt" FROM clockwork WHERE task = 'new day'`,
    );
    return row as { doneOn: string; doneAt: Date };
  };
  const work = worker.get(WorkService);
  await Promise.all([work.startNewDayOnce(), work.startNewDayOnce()]);
  const first = await begun();
  expect(first.doneOn).toBe('2024-11-20');
  await work.startNewDayOnce();
  expect(await begun()).toEqual(first);
  // Yesterday's mark is what a new day finds; the round of the minute takes it up.
  await database.dataSource.query(`UPDATE clockwork SET done_on = '2024-11-19'`);
  const id = await school(100_901);
  // A round that was under way already may have looked before.
  await until(async () => {
    await worker.get(ScheduleService).tick();
    return (await begun()).doneOn === '2024-11-20';
  });
  await until(async () => (await ranked(id)) !== undefined);
});

it('ranks what a job asks for, and the same job twice changes nothing', async () => {
  const id = await school(100_001);
  await queue.add('refresh-priority-scores', {});
  await until(async () => (await ranked(id)) !== undefined);
  const scores = () =>
    database.dataSource.query('SELECT * FROM priority_scores WHERE school_id = $1', [id]);
  const before: unknown[] = await scores();
  expect(before).toHaveLength(1);
  await queue.add('refresh-priority-scores', {});
  await queue.add('refresh-priority-scores', {});
  await until(async () => (await queue.getJobCounts()).waiting === 0);
  expect(await scores()).toEqual(before);
});

it('finds by sweeping what no job told of', async () => {
  const id = await school(100_002);
  await worker.get(WorkService).sweep();
  await until(async () => (await ranked(id)) === '65');
});

it('on a new day looks at every school, and drops the rank of one that left the scope', async () => {
  const [stays, leaves] = [await school(100_003), await school(100_004)];
  await worker.get(WorkService).startNewDay();
  await until(async () => (await ranked(stays)) === '65' && (await ranked(leaves)) === '65');
  await database.dataSource.query('UPDATE schools SET in_scope = false WHERE id = $1', [leaves]);
  await worker.get(WorkService).startNewDay();
  await until(async () => (await ranked(leaves)) === undefined);
  expect(await ranked(stays)).toBe('65');
});

it('writes of its own accord as a job, in the audit trail too', async () => {
  const id = await school(500_099);
  await worker.get(DataSource).query(`UPDATE schools SET notes = 'x' WHERE id = $1`, [id]);
  const entries = await database.dataSource.query(
    `SELECT actor, source, action FROM audit_entries WHERE record_id = $1 ORDER BY id`,
    [id],
  );
  expect(entries).toEqual([
    { actor: 'outside', source: null, action: 'created' },
    { actor: 'job', source: 'worker', action: 'changed' },
  ]);
});

it('on a new day takes away what has long been over', async () => {
  const [{ id }] = await database.dataSource.query(
    `INSERT INTO users (name, email, role) VALUES ('A', 'a@test.example', 'head') RETURNING id`,
  );
  await database.dataSource.query(
    `INSERT INTO sessions (token_hash, user_id, expires_at) VALUES ('a', $1, now() + interval '1 day'),
       ('b', $1, now() - interval '90 days')`,
    [id],
  );
  await worker.get(WorkService).startNewDay();
  const left = await database.dataSource.query('SELECT expires_at > now() AS runs FROM sessions');
  expect(left).toEqual([{ runs: true }]);
});

it('tries a failed job again, later and later', async () => {
  await database.dataSource.query('ALTER TABLE priority_scores RENAME TO hidden_scores');
  const id = await school(100_005);
  const job = await queue.add(
    'refresh-priority-scores',
    {},
    { attempts: 8, backoff: { type: 'exponential', delay: 100 } },
  );
  await until(async () => ((await queue.getJob(job.id))?.attemptsMade ?? 0) >= 2);
  const stale = await database.dataSource.query('SELECT school_id FROM stale_scores');
  expect(stale).toContainEqual({ school_id: id });
  await database.dataSource.query('ALTER TABLE hidden_scores RENAME TO priority_scores');
  await until(async () => (await ranked(id)) === '65');
}, 20_000);
