import { getQueueToken } from '@nestjs/bull';
import { MetricsServer, TRACKER_QUEUE } from '@tracker/work';
import type { INestApplicationContext } from '@nestjs/common';
import type { JobOptions, Queue } from 'bull';
import { DataSource } from 'typeorm';
import { eventually, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let queue: Queue;

beforeAll(async () => {
  api = await startTestApi('2024-11-20', { metricsPort: 0, slowQueryMs: 300 });
  queue = api.app.get<Queue>(getQueueToken(TRACKER_QUEUE));
}, 30_000);
afterAll(() => api.stop());

/** The figures of a process by name and labels, as Prometheus reads them. */
async function scrape(app: INestApplicationContext): Promise<Map<string, number>> {
  const answer = await fetch(`http://127.0.0.1:${app.get(MetricsServer).port}/metrics`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await answer.text()).split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

const requests = (method: string, route: string, status: number) =>
  `tracker_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`;

it('counts requests by the template of their route and their status', async () => {
  const head = await api.as(await api.hub.user('head'));
  const { id, name } = await api.hub.school();
  for (let times = 0; times < 3; times += 1) await head.get(`/api/schools/${id}`).expect(200);
  await head.get('/api/schools/00000000-0000-4000-8000-000000000000').expect(404);
  await head.get('/api/no-such-thing/Searched-for').expect(404);
  const figures = await scrape(api.app);
  expect(figures.get(requests('POST', '/api/auth/sign-in', 200))).toBe(1);
  expect(figures.get(requests('GET', '/api/schools/:id', 200))).toBe(3);
  expect(figures.get(requests('GET', '/api/schools/:id', 404))).toBe(1);
  expect(figures.get(requests('GET', 'an address without a route', 404))).toBe(1);
  const names = [...figures.keys()].join('\n');
  for (const one of [id, name, 'Searched-for']) expect(names).not.toContain(one);
});

it('tells of the pool, of statements that took long and of the process', async () => {
  const before = await scrape(api.app);
  const held = api.app.get(DataSource).createQueryRunner();
  await held.query('SELECT pg_sleep(0.4)');
  const figures = await scrape(api.app);
  const slow = 'tracker_slow_statements_total';
  expect((figures.get(slow) ?? 0) - (before.get(slow) ?? 0)).toBe(1);
  // The one that is held, and not the one by which the tables were asked.
  expect(figures.get('tracker_database_connections{state="in_use"}')).toBe(1);
  expect(figures.get('tracker_database_connections{state="waiting"}')).toBe(0);
  expect(figures.get('process_resident_memory_bytes')).toBeGreaterThan(20_000_000);
  await held.release();
  const after = await scrape(api.app);
  expect(after.get('tracker_database_connections{state="in_use"}')).toBe(0);
});

it('tells of what waits, in Redis and in the tables, and how long it has', async () => {
  await api.dataSource.query('DELETE FROM stale_scores');
  await queue.empty();
  const idle = await scrape(api.app);
  expect(idle.get('tracker_work_waiting{work="ranks"}')).toBe(0);
  expect(idle.get('tracker_work_oldest_seconds{work="ranks"}')).toBe(0);
  expect(idle.get('tracker_queue_oldest_job_seconds{queue="tracker"}')).toBe(0);
  const anHourAgo = Date.now() - 3_600_000;
  await queue.add('send-mails', {}, { timestamp: anHourAgo } as JobOptions);
  await queue.add('sweep', {});
  await queue.add('send-mails', {}, { delay: 60_000 });
  await api.hub.school();
  await api.dataSource.query(
    `INSERT INTO stale_scores (school_id, since)
     SELECT id, now() - interval '90 seconds' FROM schools
     ON CONFLICT (school_id) DO UPDATE SET since = excluded.since`,
  );
  const [{ schools }] = await api.dataSource.query('SELECT count(*)::int AS schools FROM schools');
  const figures = await scrape(api.app);
  expect(figures.get('tracker_queue_jobs{queue="tracker",state="waiting"}')).toBe(2);
  expect(figures.get('tracker_queue_jobs{queue="tracker",state="delayed"}')).toBe(1);
  const oldest = figures.get('tracker_queue_oldest_job_seconds{queue="tracker"}');
  expect(oldest).toBeCloseTo(3_600, -2);
  expect(figures.get('tracker_work_waiting{work="ranks"}')).toBe(schools);
  expect(figures.get('tracker_work_oldest_seconds{work="ranks"}')).toBeCloseTo(90, -1);
  expect(figures.get('tracker_work_waiting{work="imports"}')).toBe(0);
  await queue.empty();
});

it('a worker counts its jobs by how they ended, and its sweeps', async () => {
  const worker = await api.startWorker();
  const jobs = (job: string, outcome: string) =>
    `tracker_job_duration_seconds_count{job="${job}",outcome="${outcome}"}`;
  await queue.add('make-reports', {});
  // Refused by the table of refreshes: that is no id.
  await queue.add('refresh-priority-scores', { refreshId: 'not an id' }, { attempts: 2 });
  const figures = await eventually(
    () => scrape(worker),
    (all) =>
      all.get(jobs('refresh-priority-scores', 'failed')) === 2 &&
      all.get(jobs('make-reports', 'done')) === 1 &&
      (all.get('tracker_sweep_runs_total{part="imports",outcome="done"}') ?? 0) >= 1,
  );
  const ages = [...figures].filter(([name]) => name.startsWith('tracker_sweep_age_seconds'));
  expect(ages.map(([name]) => /part="(.*)"/.exec(name)?.[1]).sort()).toEqual(
    [
      ...['a new day', 'calendars', 'imports', 'mails', 'plans', 'ranks', 'reports'],
      'visit plans',
    ].sort(),
  );
  for (const [, age] of ages) expect(age).toBeLessThan(30);
});

it('what is away is told as such, without figures that it once had', async () => {
  await api.redisLine.cut();
  const figures = await eventually(
    () => scrape(api.app),
    (all) => all.get('tracker_server_up{server="redis"}') === 0,
  );
  expect(figures.get('tracker_server_up{server="postgres"}')).toBe(1);
  expect([...figures.keys()].filter((name) => name.startsWith('tracker_queue_'))).toEqual([]);
  await api.redisLine.mend();
  await eventually(
    () => scrape(api.app),
    (all) => all.get('tracker_server_up{server="redis"}') === 1,
  );
});

it('is on a port of its own and not on the public one', async () => {
  const admin = await api.as(await api.hub.user('admin'));
  for (const path of ['/metrics', '/api/metrics']) {
    for (const agent of [admin, api.anonymous]) {
      const answer = await agent.get(path);
      expect(answer.text).not.toContain('tracker_http_request');
    }
  }
  const { port } = api.app.get(MetricsServer);
  expect((await fetch(`http://127.0.0.1:${port}/api/schools`)).status).toBe(404);
});
