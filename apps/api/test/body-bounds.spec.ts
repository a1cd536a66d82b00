import { request } from 'node:http';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi();
  head = await api.as(await api.hub.user('head'));
}, 60_000);
afterAll(() => api.stop());

const send = (agent: Agent, path: string, body: string) =>
  agent.post(path).set('Content-Type', 'application/json').send(body);

const fields = (count: number, value = '1') =>
  Array.from({ length: count }, (_, i) => `"field${i}":${value}`).join(',');

/**
 * What it costs this process itself, in ms, whatever else the machine does: the least of some tries, for
 * one may have memory cleared away in the middle.
 */
async function cost(ask: () => PromiseLike<unknown>): Promise<number> {
  const tries: number[] = [];
  for (let i = 0; i < 4; i += 1) {
    const before = process.cpuUsage();
    await ask();
    const { user, system } = process.cpuUsage(before);
    tries.push((user + system) / 1_000);
  }
  return Math.min(...tries);
}

describe('a body of nobody in particular', () => {
  it.each([
    ['POST /api/auth/sign-in', '/api/auth/sign-in'],
    ['POST /api/auth/password', '/api/auth/password'],
    ['POST /api/auth/first-admin', '/api/auth/first-admin'],
    ['POST /api/school-survey', '/api/school-survey'],
  ])('to %s is small, or refused before it is read', async (_, path) => {
    const answer = await send(api.anonymous, path, `{${fields(40_000)}}`);
    expect(answer.status).toBe(413);
    expect(answer.text.length).toBeLessThan(1_000);
  });

  it('may be longer where a school answers a survey, and is bounded there as well', async () => {
    const long = `{"token":"x","answers":{"a":"${'y'.repeat(100_000)}"}}`;
    expect((await send(api.anonymous, '/api/school-survey/answers', long)).status).not.toBe(413);
    const path = '/api/school-survey/answers';
    expect((await send(api.anonymous, path, `{${fields(40_000)}}`)).status).toBe(413);
  });

  it('is refused as it arrives when it does not say how long it is', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const { port } = api.app.getHttpServer().address() as { port: number };
      const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' };
      const path = '/api/auth/sign-in';
      const sending = request({ port, path, method: 'POST', headers }, ({ statusCode, resume }) => {
        void resume;
        resolve(statusCode ?? 0);
        sending.destroy();
      });
      sending.on('error', reject);
      for (let i = 0; i < 10; i += 1) sending.write(' '.repeat(4_000));
    });
    expect(status).toBe(413);
  });
});

describe('a body of somebody signed in', () => {
  it.each<[what: string, detail: RegExp, body: string]>([
    ['tens of thousands of fields', /more values than any route/, `{${fields(50_000)}}`],
    [
      'a list of hundreds of thousands',
      /more values than any route/,
      `{"a":[${'1,'.repeat(400_000)}1]}`,
    ],
    [
      'many lists',
      /more values than any route/,
      `{"a":[${`[${'1,'.repeat(1_500)}1],`.repeat(200)}1]}`,
    ],
    [
      'lists inside lists',
      /nested too deeply/,
      `{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
    ],
    ['a name without end', /name is too long/, `{"${'n'.repeat(900_000)}":1}`],
  ])('with %s is refused at once, in few words', async (_, detail, body) => {
    await send(head, '/api/regions', body);
    const spent = await cost(() =>
      send(head, '/api/regions', body)
        .expect(400)
        .expect(({ text }) => {
          expect(JSON.parse(text).detail).toMatch(detail);
          expect(text.length).toBeLessThan(1_000);
        }),
    );
    expect(spent).toBeLessThan(400);
  });

  it('may hold as many brackets and commas as it likes in its texts', async () => {
    const name = `\\"[${'[{,'.repeat(30_000)}`;
    const { body, status } = await send(head, '/api/regions', JSON.stringify({ name }));
    expect(status).toBe(422);
    expect(body.errors[0].field).toBe('name');
  });

  it('is refused at its first ten faults', async () => {
    const { body, text } = await send(head, '/api/regions', `{"name":"A",${fields(199, '[{}]')}}`);
    expect(body).toMatchObject({ status: 422, detail: expect.stringMatching(/"field0" here\./) });
    expect(body.errors).toHaveLength(10);
    expect(text.length).toBeLessThan(2_000);
  });

  it('is refused quickly when it is as full of unknown fields as it may be', async () => {
    const question = `{${fields(150)}}`;
    const body = `{"name":"A","questions":[${Array(130).fill(question).join(',')}]}`;
    expect((await send(head, '/api/surveys', body)).status).toBe(422);
    expect(await cost(() => send(head, '/api/surveys', body).expect(422))).toBeLessThan(2_000);
  });
});

describe('a query string', () => {
  it('of many unknown filters is refused at the first ten', async () => {
    const filter = `{${fields(600)}}`;
    const { body, text, status } = await head.get('/api/schools').query({ filter });
    expect([status, body.errors.length]).toEqual([400, 10]);
    expect(text.length).toBeLessThan(20_000);
  });

  it('of unknown names without end is answered in few words', async () => {
    const names = Array.from({ length: 500 }, (_, i) => [`name${i}`, '1']);
    const { text, status } = await head.get('/api/schools').query(Object.fromEntries(names));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text.length).toBeLessThan(2_000);
  });
});
