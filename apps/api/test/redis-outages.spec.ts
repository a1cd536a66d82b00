import { getQueueToken } from '@nestjs/bull';
import type { INestApplicationContext } from '@nestjs/common';
import { Clock, TRACKER_QUEUE } from '@tracker/work';
import type { UserEntity } from '@tracker/data';
import type { Queue } from 'bull';
import { type OwnRedis, startOwnRedis } from '@tracker/testing';
import { csvOf, registerRow } from '@tracker/testing/imports';
import { ScheduleService } from '../../worker/src/schedule.service';
import { SharedCounters } from '../src/throttle/shared-counters';
import { preparedCalls, sendPrepared } from './support/prepared-calls';
import { type Agent, eventually, startTestApi, type TestApi } from './support/test-api';

jest.setTimeout(180_000);

const TODAY = '2024-11-20';
let redis: OwnRedis;
let api: TestApi;
let worker: INestApplicationContext;
let user: UserEntity;
let head: Agent;
beforeAll(async () => {
  redis = await startOwnRedis();
  api = await startTestApi(TODAY, { redisUrl: redis.url });
  user = await api.hub.user('head');
  head = await api.as(user);
  worker = await api.startWorker();
  // Whatever time it is: the morning comes when the test says so.
  worker.get(Clock).timeOfDay = () => '06:59';
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await redis?.drop();
});

const ready = async () => (await api.anonymous.get('/api/health/ready')).body;
const isReady = ({ status }: { status: string }) => status === 'ready';
const rowOf = async (sql: string) => (await api.dataSource.query(sql))[0];
const staleSchools = async () => (await rowOf('SELECT count(*)::int AS n FROM stale_scores')).n;

const OUTAGES = [
  {
    fault: 'full',
    sentence: /^Redis is full\. Nothing is lost/,
    begin: () => redis.client.config('SET', 'maxmemory', '1'),
    end: () => redis.client.config('SET', 'maxmemory', '0'),
  },
  {
    fault: 'read-only',
    sentence: /^Redis is read-only\. Nothing is lost/,
    // As a primary that was made a replica of another.
    begin: () => redis.client.replicaof('127.0.0.1', '1'),
    end: () => redis.client.replicaof('NO', 'ONE'),
  },
];

describe.each(OUTAGES)('with Redis $fault', ({ fault, sentence, begin, end }) => {
  afterEach(end);

  it('ready says so, every route answers as ever, and jobs run again with it', async () => {
    const calls = await preparedCalls(api, user, head);
    await eventually(ready, isReady);
    await begin();
    expect(await ready()).toMatchObject({
      ...{ status: 'degraded', redis: 'down', saving: true },
      reason: expect.stringMatching(sentence),
    });
    const wrong: string[] = [];
    for (const call of calls) {
      const { status } = await sendPrepared(call);
      if (status !== call.answers) wrong.push(`${call.route}: ${status}`);
    }
    expect(wrong).toEqual([]);
    await end();
    await eventually(ready, isReady);
    const { id: schoolId } = await api.hub.school();
    await head.post('/api/visits').send({ schoolId, scheduledOn: TODAY }).expect(201);
    await eventually(staleSchools, (stale) => stale === 0, 20);
  });

  it('keeps who guesses at passwords waiting', async () => {
    const counters = api.app.get(SharedCounters);
    await begin();
    await counters.mark(`${fault}:wait`, 60_000);
    // Longer than Redis is left alone after a fault.
    await new Promise((resolve) => setTimeout(resolve, 5_200));
    expect(await counters.left(`${fault}:wait`)).toBeGreaterThan(50_000);
    for (const count of [1, 2]) expect(await counters.add(fault, 60_000)).toBe(count);
  });
});

it('emptied, it is said, and the worker arms its clockwork again within two minutes by itself', async () => {
  const queue = worker.get<Queue>(getQueueToken(TRACKER_QUEUE));
  const armed = () => queue.getRepeatableJobs();
  await eventually(armed, ({ length }) => length === 3);
  await eventually(ready, isReady);
  await redis.client.flushall();
  expect(await ready()).toMatchObject({
    status: 'degraded',
    reason: expect.stringMatching(/^Redis was emptied/),
  });
  await eventually(armed, ({ length }) => length === 3, 120);
  expect(await ready()).toMatchObject({ status: 'ready', reason: null });
});

describe('with Redis away', () => {
  beforeAll(() => redis.stop());

  it('ranks, the new day and the morning come all the same, and wait for no import', async () => {
    await eventually(ready, ({ reason }) => /^Redis cannot be reached/.test(reason));
    const { id: schoolId } = await api.hub.school();
    const tomorrow = { status: 'confirmed', scheduledOn: '2024-11-21' } as const;
    await api.hub.visit(schoolId, { ...tomorrow, visitorId: user.id });
    await api.dataSource.query(`UPDATE clockwork SET done_on = '2024-11-19'`);
    const upload = head.post('/api/imports').field('kind', 'schools');
    const register = Buffer.from(csvOf([registerRow(300_001)]));
    const { body: queued } = await upload.attach('file', register, 'register.csv').expect(202);
    const schedule = worker.get(ScheduleService);
    const clock = worker.get(Clock);
    // An import that takes long: it waits for a table that somebody else has.
    const other = api.dataSource.createQueryRunner();
    await other.startTransaction();
    await other.query('LOCK TABLE schools IN SHARE MODE');
    clock.timeOfDay = () => '06:59';
    // The worker may have begun after seven, by the clock on the wall.
    await api.dataSource.query('DELETE FROM daily_digests');
    const early = schedule.tick();
    const newDay = () => rowOf('SELECT done_on FROM clockwork');
    await eventually(newDay, (row) => row.done_on === TODAY);
    await eventually(staleSchools, (stale) => stale === 0);
    expect(await rowOf('SELECT day FROM daily_digests')).toBeUndefined();
    clock.timeOfDay = () => '07:00';
    await eventually(
      async () => {
        await Promise.race([schedule.tick(), new Promise((resolve) => setTimeout(resolve, 500))]);
        return rowOf(`SELECT to_address AS "to" FROM mails WHERE kind = 'daily_digest'`);
      },
      (mail) => mail?.to === user.email,
    );
    const stillRunning = await head.get(`/api/imports/${queued.id}`).expect(200);
    expect(stillRunning.body).toMatchObject({ status: 'running', created: 0 });
    await other.rollbackTransaction();
    await other.release();
    await early;
    const { body: done } = await head.get(`/api/imports/${queued.id}`).expect(200);
    expect(done).toMatchObject({ status: 'done', created: 1 });
  });
});
