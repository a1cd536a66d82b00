import { randomUUID } from 'node:crypto';
import type { UserEntity } from '@tracker/data';
import { DatabaseOutages } from './support/database-outages';
import { type PreparedCall, preparedCalls, sendPrepared } from './support/prepared-calls';
import { type Agent, eventually, startTestApi, type TestApi } from './support/test-api';

jest.setTimeout(120_000);

let api: TestApi;
let outages: DatabaseOutages;
let head: Agent;
let user: UserEntity;
beforeAll(async () => {
  api = await startTestApi();
  outages = new DatabaseOutages(api);
  user = await api.hub.user('head');
  head = await api.as(user);
}, 60_000);
afterAll(() => api.stop());

const ready = async () => (await api.anonymous.get('/api/health/ready')).body;
const newRegion = () => ({ name: `Region ${randomUUID()}` });

/** Sends every call and gives those whose answer is not the one for a database that only reads. */
async function wrongWhileReadOnly(calls: readonly PreparedCall[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const call of calls) {
    const { status, retryAfter } = await sendPrepared(call);
    const isRead = call.route.startsWith('GET ');
    // A call that is refused before it writes is refused as ever.
    const right = status === call.answers || (!isRead && status === 503 && retryAfter > 0);
    if (!right) wrong.push(`${call.route}: ${status}`);
  }
  return wrong;
}

it('read-only: every read is served, every write is a 503, and it saves again with the primary', async () => {
  const calls = await preparedCalls(api, user, head);
  await outages.readOnly();
  // A session not noted for a while is one that a read would write down.
  const refused = await eventually(
    () => head.post('/api/regions').send(newRegion()),
    ({ status }) => status === 503,
  );
  expect(refused.body.detail).toMatch(/cannot save at the moment: its database is read-only/);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(await wrongWhileReadOnly(calls)).toEqual([]);
  expect(await ready()).toMatchObject({
    status: 'degraded',
    saving: false,
    reason: expect.stringMatching(/read-only/),
    postgres: 'up',
  });
  await api.anonymous.get('/api/health/ready').expect(200);
  // Connections to what was read-only stay open; nobody has to restart the API for it.
  await outages.writableAgain();
  await eventually(ready, ({ status, saving }) => status === 'ready' && saving, 30);
  await eventually(
    () => head.post('/api/regions').send(newRegion()),
    ({ status }) => status === 201,
    30,
  );
});

it('a read does not fail over noting when somebody was last seen, nor over the audit of an export', async () => {
  await api.dataSource.query(`UPDATE sessions SET last_seen_at = now() - interval '1 hour'`);
  const startedAt = new Date().toISOString();
  await outages.refuseWrites('53100');
  await head.get('/api/schools').expect(200);
  const file = await head.get('/api/schools/export').expect(200);
  expect(file.text).toContain('URN');
  const exported = () =>
    api.dataSource.query(
      `SELECT changes FROM audit_entries
       WHERE action = 'exported' AND (changes ->> 'at')::timestamptz >= $1::timestamptz`,
      [startedAt],
    );
  expect(await exported()).toEqual([]);
  await outages.takeWrites();
  await head.get('/api/schools').expect(200);
  const [{ seen }] = await api.dataSource.query(
    `SELECT bool_or(last_seen_at > now() - interval '1 minute') AS seen FROM sessions WHERE user_id = $1`,
    [user.id],
  );
  expect(seen).toBe(true);
  const rows = await eventually(exported, (all) => all.length === 1, 30);
  expect(rows).toEqual([{ changes: expect.objectContaining({ format: 'csv' }) }]);
});

it('out of space: writes are a 503, ready says so, and it saves again by itself', async () => {
  await outages.refuseWrites('53100');
  const refused = await head.post('/api/regions').send(newRegion()).expect(503);
  expect(refused.body.detail).toMatch(/its disk is full/);
  await head.get('/api/regions').expect(200);
  expect(await ready()).toMatchObject({
    status: 'degraded',
    saving: false,
    reason: expect.stringMatching(/disk of PostgreSQL is full/),
  });
  await outages.takeWrites();
  await head.post('/api/regions').send(newRegion()).expect(201);
  expect(await ready()).toMatchObject({ status: 'ready', reason: null, saving: true });
});

it.each(['53300', '53200', '57014', '57P01', '57P03', '58030', '08006', '25006'])(
  'a write that PostgreSQL refuses with %s is a 503 without its words',
  async (code) => {
    await outages.refuseWrites(code);
    const answer = await head.post('/api/regions').send(newRegion());
    await outages.takeWrites();
    expect(answer.status).toBe(503);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.headers['content-type']).toMatch(/problem\+json/);
    expect(JSON.stringify(answer.body)).not.toMatch(/extend file|INSERT|refuse_write/);
  },
);

it('connections cut under requests are 503s, and each region saved is there once', async () => {
  const names: string[] = [];
  const answers: number[] = [];
  const work = async () => {
    for (let n = 0; n < 25; n += 1) {
      const region = newRegion();
      const { status } = await head.post('/api/regions').send(region);
      answers.push(status);
      if (status === 201) names.push(region.name);
    }
  };
  let over = false;
  const cutting = (async () => {
    while (!over) {
      await outages.endConnections();
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  })();
  await Promise.all([work(), work(), work(), work()]);
  over = true;
  await cutting;
  expect(answers.filter((status) => status !== 201 && status !== 503)).toEqual([]);
  expect(answers).toContain(503);
  const kept: { name: string }[] = await api.dataSource.query(
    'SELECT name FROM regions WHERE name = ANY ($1)',
    [names],
  );
  expect(kept.map(({ name }) => name).sort()).toEqual([...names].sort());
});

it('when all connections are taken, whoever gets none is told to come again', async () => {
  const holder = api.dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query('LOCK TABLE regions IN ACCESS EXCLUSIVE MODE');
  const waiting = Array.from({ length: 10 }, () => head.post('/api/regions').send(newRegion()));
  const settled = Promise.all(waiting.map((one) => one.then(({ status }) => status)));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const turnedAway = await head.get('/api/today');
  expect(turnedAway.status).toBe(503);
  expect(turnedAway.body.detail).toMatch(/more to do than it can/);
  await holder.rollbackTransaction();
  await holder.release();
  expect(await settled).toEqual(Array(10).fill(201));
});
