import { getQueueToken } from '@nestjs/bull';
import { TRACKER_QUEUE } from '@tracker/work';
import type { Queue } from 'bull';
import { ACCOUNT, ADDRESS, REQUESTS_A_MINUTE, waitAfter } from '../src/throttle/limits';
import { rateKey } from '../src/throttle/rate-limit';
import { PREFIX } from '../src/throttle/shared-counters';
import { eventually, startTestApi, type TestApi } from './support/test-api';
import { PASSWORD } from './support/test-hub';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi('2024-11-20', { trustProxy: ['127.0.0.1'] });
});
afterAll(() => api.stop());

/** Each test asks from an address of its own. */
let here: string;
let tests = 0;
beforeEach(() => {
  tests += 1;
  here = `192.0.2.${tests}`;
});

/** A proxy on this machine is believed when it says who asks. */
const from = (address: string, email: string, password: string) =>
  api.anonymous.post('/api/auth/sign-in').set('X-Forwarded-For', address).send({ email, password });

async function fail(times: number, email: string, address = here) {
  for (let time = 0; time < times; time += 1) await from(address, email, 'wrong').expect(401);
}

const anotherAddress = (n: number) => `198.51.100.${n}`;

describe('failed sign-ins', () => {
  it.each([['an account'], ['no account']])(
    'are slowed down for %s, all the same',
    async (what) => {
      const { email } =
        what === 'an account' ? await api.hub.user('head') : { email: 'nobody@hub.example' };
      await fail(ACCOUNT.free + 1, email);
      // From elsewhere, too, and with the right password: the attempt is not made.
      const refused = await from(anotherAddress(1), email.toUpperCase(), PASSWORD).expect(429);
      expect(refused.body.detail).toBe(
        'Too many failed attempts. Please wait 2 seconds and try again.',
      );
      expect(refused.headers['retry-after']).toBe('2');
    },
  );

  it('wait longer each time, and never for good', async () => {
    const user = await api.hub.user('head');
    await fail(ACCOUNT.free + 1, user.email);
    await new Promise((resolve) => setTimeout(resolve, ACCOUNT.first + 100));
    await fail(1, user.email);
    const refused = await from(here, user.email, PASSWORD).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(2);
    await new Promise((resolve) => setTimeout(resolve, 2 * ACCOUNT.first + 100));
    await from(here, user.email, PASSWORD).expect(200);
    // All is forgotten.
    await fail(ACCOUNT.free, user.email);
  }, 15_000);

  it('grow to a quarter of an hour at most', () => {
    const waits = [5, 6, 7, 8, 20, 1000].map((failures) => waitAfter(failures, ACCOUNT) / 1000);
    expect(waits).toEqual([0, 2, 4, 8, 900, 900]);
  });

  it('of a stranger do not keep out whoever has signed in from their address before', async () => {
    const user = await api.hub.user('head');
    await from(here, user.email, PASSWORD).expect(200);
    await fail(ACCOUNT.free + 1, user.email, '203.0.113.5');
    await from('203.0.113.5', user.email, PASSWORD).expect(429);
    await from(here, user.email, PASSWORD).expect(200);
  });

  it('at once are counted one after another', async () => {
    const { email } = await api.hub.user('head');
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => from(anotherAddress(n), email, 'wrong')),
    );
    const guesses = answers.filter(({ status }) => status === 401);
    expect(guesses).toHaveLength(ACCOUNT.free + 1);
  });

  it('from one address at many accounts are slowed down; successes are not counted', async () => {
    const user = await api.hub.user('head');
    const signIns = Array.from({ length: ADDRESS.free + 5 }, () =>
      from(here, user.email, PASSWORD),
    );
    for (const { status } of await Promise.all(signIns)) expect(status).toBe(200);
    for (let n = 0; n <= ADDRESS.free; n += 1) await fail(1, `n${n}@hub.example`, '203.0.113.8');
    await from('203.0.113.8', user.email, PASSWORD).expect(429);
    await from(here, user.email, PASSWORD).expect(200);
  }, 20_000);

  it('are forgiven with a new password', async () => {
    const user = await api.hub.user('head');
    const admin = await api.as(await api.hub.user('admin'));
    await fail(ACCOUNT.free + 1, user.email);
    const { body } = await admin.post(`/api/users/${user.id}/reset-link`).expect(200);
    const token = body.link.path.split('token=')[1];
    const password = 'three herons on a tram';
    await api.anonymous.post('/api/auth/password').send({ token, password }).expect(204);
    await from(anotherAddress(3), user.email, password).expect(200);
  });

  it('at links are slowed down by address', async () => {
    const guess = () =>
      api.anonymous
        .post('/api/auth/password')
        .set('X-Forwarded-For', '192.0.2.20')
        .send({ token: 'guessed', password: 'three herons on a tram' });
    for (let n = 0; n <= ADDRESS.free; n += 1) await guess().expect(422);
    await guess().expect(429);
  });

  it('at changing the password count like those at signing in', async () => {
    const agent = await api.as(await api.hub.user('head'));
    const change = () =>
      agent
        .post('/api/auth/change-password')
        .send({ current: 'wrong', next: 'three herons on a tram' });
    for (let n = 0; n <= ACCOUNT.free; n += 1) await change().expect(422);
    await change().expect(429);
  });
});

describe('requests', () => {
  /** As if so many had been made in this minute, and in the next should it begin meanwhile. */
  const pretend = async (kind: 'user' | 'address', who: string, times: number) => {
    const { client } = api.app.get<Queue>(getQueueToken(TRACKER_QUEUE));
    for (const later of [0, 60_000]) {
      const key = PREFIX + rateKey(kind, who, Date.now() + later);
      await client.set(key, times, 'PX', 120_000);
    }
  };
  const statuses = async (ask: () => PromiseLike<{ status: number }>) => {
    const seen: number[] = [];
    for (let n = 0; n < 4; n += 1) seen.push((await ask()).status);
    return seen;
  };

  it('of one user are limited, others and health are not', async () => {
    const user = await api.hub.user('head');
    const [agent, other] = [await api.as(user), await api.as(await api.hub.user('head'))];
    await pretend('user', user.id, REQUESTS_A_MINUTE.perUser - 1);
    const seen = await statuses(() => agent.get('/api/today'));
    expect([seen[0], seen[3]]).toEqual([200, 429]);
    const refused = await agent.get('/api/today').expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body.detail).toMatch(/^Too many requests in a short time. Please wait \d+ sec/);
    await other.get('/api/today').expect(200);
    await agent.get('/api/health/ready').expect(200);
  });

  it('of one address are limited, whoever asks', async () => {
    const ask = (address: string) =>
      api.anonymous.get('/api/today').set('X-Forwarded-For', address);
    await pretend('address', here, REQUESTS_A_MINUTE.perAddress - 1);
    const seen = await statuses(() => ask(here));
    expect([seen[0] === 429, seen[3]]).toEqual([false, 429]);
    expect((await ask('203.0.113.31')).status).not.toBe(429);
  });
});

it('what is counted is forgotten by itself', async () => {
  await fail(1, 'nobody-yet@hub.example');
  const { client } = api.app.get<Queue>(getQueueToken(TRACKER_QUEUE));
  const keys = await client.keys(`${PREFIX}*${here}*`);
  expect(keys).not.toEqual([]);
  for (const key of keys) expect(await client.pttl(key)).toBeGreaterThan(0);
});

it('sign-ins and requests are counted while Redis is away, too', async () => {
  const { email } = await api.hub.user('head');
  const agent = await api.as(await api.hub.user('head'));
  await api.redisLine.cut();
  const redis = async () => (await api.anonymous.get('/api/health/ready')).body.redis;
  await eventually(redis, (is) => is === 'down');
  await fail(ACCOUNT.free + 1, email);
  await from(anotherAddress(4), email, PASSWORD).expect(429);
  const fewer = jest.replaceProperty(REQUESTS_A_MINUTE, 'perUser', 100);
  // Two rounds, because counting begins anew with each minute.
  const statuses = new Set<number>();
  for (let round = 0; round < 2; round += 1) {
    const ask = () => agent.get('/api/today');
    const answers = await Promise.all(Array.from({ length: 150 }, ask));
    for (const { status } of answers) statuses.add(status);
  }
  expect([...statuses].sort()).toEqual([200, 429]);
  fewer.restore();
  await api.redisLine.mend();
  await eventually(redis, (is) => is === 'up', 30);
}, 40_000);
