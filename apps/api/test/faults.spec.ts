import { eventually, startTestApi, type Agent, type TestApi } from './support/test-api';

const TODAY = '2024-11-20';
let api: TestApi;
let head: Agent;
beforeEach(async () => {
  api = await startTestApi(TODAY);
  head = await api.as(await api.hub.user('head'));
  await api.startWorker();
}, 30_000);
afterEach(() => api.stop());

const ready = async () => (await api.anonymous.get('/api/health/ready')).body;

it('with Redis away every write succeeds, ready says degraded, and ranks catch up when it is back', async () => {
  const school = await api.hub.school();
  await eventually(ready, ({ status }) => status === 'ready');
  await api.redisLine.cut();
  await eventually(ready, ({ status, redis }) => status === 'degraded' && redis === 'down');
  const { body } = await head
    .post('/api/visits')
    .send({ schoolId: school.id, scheduledOn: TODAY })
    .expect(201);
  await head
    .post(`/api/visits/${body.id}/outcome`)
    .send({ visitedOn: TODAY, summary: 'Fine.' })
    .expect(200);
  expect((await ready()).queue.waiting).toBe(1);
  await api.anonymous.get('/api/health/ready').expect(200);
  await api.redisLine.mend();
  await eventually(ready, ({ status, queue }) => status === 'ready' && queue.waiting === 0, 30);
  const ranked = await head.get(`/api/priority-queue/${school.id}`).expect(200);
  expect(ranked.body.state).toBe('on_track');
}, 60_000);

it('with PostgreSQL away answers 503 with Retry-After, and recovers without a restart', async () => {
  const school = await api.hub.school();
  await api.postgresLine.cut();
  const refused = await head.post('/api/visits').send({ schoolId: school.id }).expect(503);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.body.detail).toMatch(/database cannot be reached/);
  expect(JSON.stringify(refused.body)).not.toMatch(/ECONN|SELECT|127\.0\.0\.1/);
  const down = await api.anonymous.get('/api/health/ready').expect(503);
  expect(down.body).toMatchObject({ status: 'down', postgres: 'down' });
  await api.anonymous.get('/api/health').expect(200);
  await api.postgresLine.mend();
  await eventually(ready, ({ status }) => status === 'ready', 20);
  const { body } = await head
    .post('/api/visits')
    .send({ schoolId: school.id, scheduledOn: TODAY })
    .expect(201);
  await eventually(
    async () => (await head.get(`/api/priority-queue/${school.id}`)).body,
    (entry) => entry.booked === true,
    70,
  );
  expect(body.status).toBe('scheduled');
}, 120_000);
