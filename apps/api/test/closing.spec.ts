import { Agent as HttpAgent, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { Closing } from '../src/http/closing';
import { SECURITY_HEADERS } from '../src/http/security-headers';
import { startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let port: number;
beforeEach(async () => {
  api = await startTestApi();
  port = (api.app.getHttpServer().address() as AddressInfo).port;
}, 30_000);

const ask = (agent: HttpAgent, path: string) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path, agent, host: '127.0.0.1' }, resolve).on('error', reject);
  });

it('what arrives while the API ends is answered as a problem, and its line is closed', async () => {
  const agent = new HttpAgent({ keepAlive: true, maxSockets: 1 });
  const before = await ask(agent, '/api/health');
  expect(before.statusCode).toBe(200);
  await text(before);
  // The first thing that ending does; what follows may take as long as work is under way.
  api.app.get(Closing).onModuleDestroy();
  for (const path of ['/api/health', '/api/schools', '/no/such/page', '/api/schools/%ff', '/']) {
    const answer = await ask(agent, path);
    expect([path, answer.statusCode]).toEqual([path, 503]);
    expect(answer.headers).toMatchObject({
      ...SECURITY_HEADERS,
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close',
    });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(await text(answer))).toMatchObject({
      status: 503,
      detail: expect.stringContaining('is being stopped'),
    });
  }
  agent.destroy();
  await api.stop();
});

it('one that leaves serves, says that it is not ready and keeps no connection', async () => {
  const agent = new HttpAgent({ keepAlive: true, maxSockets: 1 });
  const ready = await ask(agent, '/api/health/ready');
  expect([ready.statusCode, ready.headers.connection]).toEqual([200, 'keep-alive']);
  await text(ready);
  api.app.get(Closing).leave();
  const answer = await ask(agent, '/api/health/ready');
  expect(answer.statusCode).toBe(503);
  expect(answer.headers).toMatchObject({ 'retry-after': '5', connection: 'close' });
  expect(JSON.parse(await text(answer))).toMatchObject({
    ...{ status: 'down', saving: true, postgres: 'up' },
    reason: 'This process is being stopped and still serves what it is sent.',
  });
  const other = await ask(agent, '/api/health');
  expect([other.statusCode, other.headers.connection]).toEqual([200, 'close']);
  await text(other);
  agent.destroy();
  await api.stop();
});

it('a request on a line that was kept is answered so while others are still worked on', async () => {
  const agent = new HttpAgent({ keepAlive: true, maxSockets: 2 });
  const cookie = await signIn();
  const lines = await Promise.all([ask(agent, '/api/health'), ask(agent, '/api/health')]);
  await Promise.all(lines.map((line) => text(line)));
  const held = api.dataSource.createQueryRunner();
  await held.startTransaction();
  await held.query('LOCK TABLE regions IN ACCESS EXCLUSIVE MODE');
  const slow = new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { cookie };
    get({ port, path: '/api/regions', agent, headers, host: '127.0.0.1' }, resolve).on(
      'error',
      reject,
    );
  });
  // Until it waits for the table.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const stopped = api.stop();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await held.rollbackTransaction();
  await held.release();
  const answer = await slow;
  expect(answer.statusCode).toBe(200);
  expect(answer.headers.connection).toBe('close');
  await stopped;
  agent.destroy();

  async function signIn(): Promise<string> {
    const { email } = await api.hub.user('head');
    const signedIn = await api.anonymous
      .post('/api/auth/sign-in')
      .send({ email, password: 'visit-every-school' })
      .expect(200);
    return String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  }
});
