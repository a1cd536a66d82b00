import { getQueueToken } from '@nestjs/bull';
import { TRACKER_QUEUE } from '@tracker/work';
import type { Queue } from 'bull';
import type { AddressInfo } from 'node:net';
import { REQUESTS_A_MINUTE } from '../src/throttle/limits';
import { rateKey } from '../src/throttle/rate-limit';
import { PREFIX } from '../src/throttle/shared-counters';
import { rawGet } from './support/raw-request';
import { type Agent, startTestApi, type TestApi } from './support/test-api';
import { PASSWORD } from './support/test-hub';

let api: TestApi;
let head: Agent;
let port: number;
beforeAll(async () => {
  api = await startTestApi();
  head = await api.as(await api.hub.user('head'));
  port = (api.app.getHttpServer().address() as AddressInfo).port;
}, 30_000);
afterAll(() => api.stop());

/** Ways of writing an address of the API. */
const WRITTEN = [
  '/api',
  '/api/docs',
  '/api/docs-json',
  '/%61pi/docs',
  '/%61%70%69/schools',
  '/%2561pi/docs',
  '//api/schools',
  '/./api/schools',
  '/x/../api/schools',
  '/api/../api/schools',
  '/api/health/../schools',
  '/api/health/%2e%2e/schools',
  '/api/schools/..%2fhealth',
  '/api/schools/%2e%2e%2fhealth%2fready',
  '/API/schools',
  '/Api/docs',
  '/\\api/schools',
  '/api%2fschools',
  '/api\\schools',
  'http://tracker.example/api/docs',
  'http://tracker.example/%61pi/schools',
  'HTTP://other.example/api/schools',
  '/api/schools;x=/api/health',
  '/api/schools?/api/health',
];

it.each(WRITTEN)('%s is closed to whoever is not signed in', async (target) => {
  expect((await rawGet(port, target)).status).toBe(401);
});

it.each(['/api/health', 'http://tracker.example/api/health', '/%61pi/health'])(
  '%s is open however it is written',
  async (target) => expect((await rawGet(port, target)).status).toBe(200),
);

it('counts them all as one address’s requests', async () => {
  const { client } = api.app.get<Queue>(getQueueToken(TRACKER_QUEUE));
  const keys = [0, 60_000].map(
    (later) => PREFIX + rateKey('address', '127.0.0.1', Date.now() + later),
  );
  try {
    for (const key of keys) await client.set(key, REQUESTS_A_MINUTE.perAddress + 1, 'PX', 120_000);
    const answers = await Promise.all(WRITTEN.map((target) => rawGet(port, target)));
    expect(answers.map(({ status }) => status)).toEqual(WRITTEN.map(() => 429));
    expect((await rawGet(port, '/api/health')).status).toBe(200);
  } finally {
    await client.del(...keys);
  }
});

describe('an answer of the API is kept by nobody', () => {
  it.each([
    ['a list', () => head.get('/api/schools')],
    ['one record', async () => head.get(`/api/schools/${(await api.hub.school()).id}`)],
    ['who is signed in', () => head.get('/api/auth/me')],
    ['a file', () => head.get('/api/schools/export').query({ format: 'csv' })],
    ['the description of the API', () => head.get('/api/docs-json')],
    ['a refusal', () => api.anonymous.get('/api/schools')],
    ['an address that there is not', () => head.get('/api/no-such-thing')],
    ['health', () => api.anonymous.get('/api/health/ready')],
    ['a write', () => head.post('/api/priority-refreshes').send({})],
  ])('%s', async (_, ask) => {
    expect((await ask()).headers['cache-control']).toBe('no-store');
  });

  it('but a calendar is asked whether it has changed', async () => {
    const { body } = await head.post('/api/account/calendar-feed').send({}).expect(201);
    const path = new URL(body.url ?? body.path, 'http://x').pathname;
    const first = await api.anonymous.get(path).expect(200);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    await api.anonymous.get(path).set('If-None-Match', String(first.headers.etag)).expect(304);
  });
});

describe('a client’s address', () => {
  const guess = (forwarded: string, email: string, password = 'wrong') =>
    api.anonymous
      .post('/api/auth/sign-in')
      .set('X-Forwarded-For', forwarded)
      .send({ email, password });

  it('is not what it says of itself, so that nobody is kept out in another’s name', async () => {
    const owner = await api.hub.user('head');
    // A different address each time does not make a guesser a different one.
    let statuses: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      statuses = [...statuses, (await guess(`198.51.100.${n}`, owner.email)).status];
    }
    expect(statuses).toContain(429);
    const { headers } = await api.anonymous
      .post('/api/auth/sign-in')
      .set('X-Forwarded-Proto', 'https')
      .send({ email: (await api.hub.user('head')).email, password: PASSWORD })
      .expect(200);
    expect(String(headers['set-cookie'])).not.toContain('Secure');
  });
});
