import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi();
  head = await api.as(await api.hub.user('head'));
}, 30_000);
afterAll(() => api.stop());

const region = (kind: string, body: string) => {
  const asked = head.post('/api/regions').set('Content-Type', kind);
  // A type with parameters of its own is sent as it is.
  return asked.serialize(() => body).send({});
};
const nameOf = (kind: string) => JSON.stringify({ name: `By ${kind}`.slice(0, 60) });

it.each([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'application/json; charset="utf-8"',
  'APPLICATION/JSON',
])('%s is read', async (kind) => {
  await region(kind, nameOf(kind)).expect(201);
});

it.each([
  ['text/plain', '{"name":"North"}'],
  ['text/json', '{"name":"North"}'],
  ['application/x-www-form-urlencoded', 'name=North'],
  ['application/merge-patch+json', '{"name":"North"}'],
  ['application/vnd.api+json', '{"name":"North"}'],
  ['application/jsonx', '{"name":"North"}'],
  ['application/json; charset=utf-16', '{"name":"North"}'],
  ['application/json; charset=iso-8859-1', '{"name":"North"}'],
  ['application/json, text/plain', '{"name":"North"}'],
  ['multipart/form-data; boundary=x', '--x--\r\n'],
  ['application/octet-stream', '{"name":"North"}'],
  ['json', '{"name":"North"}'],
])('%s is another kind', async (kind, body) => {
  const answer = await region(kind, body).expect(415);
  expect(answer.body).toMatchObject({ status: 415, detail: expect.stringMatching(/JSON.*\.$/) });
  const { body: regions } = await head.get('/api/regions');
  expect(regions.map(({ name }: { name: string }) => name)).not.toContain('North');
});

it('a body that does not say what it is is another kind as well', async () => {
  const address = await api.app.getUrl();
  const signIn = (body: Uint8Array | URLSearchParams, type?: string) =>
    fetch(`${address}/api/auth/sign-in`, {
      method: 'POST',
      body,
      headers: type ? { 'content-type': type } : {},
    });
  const bytes = new TextEncoder().encode('{"email":"a@b.example","password":"x"}');
  expect((await signIn(bytes)).status).toBe(415);
  expect((await signIn(new URLSearchParams({ email: 'a', password: 'b' }))).status).toBe(415);
  expect((await signIn(bytes, 'application/json')).status).toBe(401);
});

it('a route that takes a file takes nothing else', async () => {
  for (const path of ['/api/imports', '/api/imports/columns']) {
    const { body } = await head.post(path).send({ kind: 'schools' }).expect(415);
    expect(body.detail).toBe('Send the file as multipart/form-data.');
    await head.post(path).set('Content-Type', 'multipart/mixed; boundary=x').send('--x--');
  }
});

it('what has no body needs no kind, and an address that there is not stays a 404', async () => {
  await head.post('/api/auth/sign-out-everywhere-else').set('Content-Type', 'text/plain').send('x');
  await head.post('/api/no-such-thing').set('Content-Type', 'text/plain').send('x').expect(404);
  const { body } = await head.post('/api/priority-refreshes').expect((answer) => {
    if (answer.status === 415) throw new Error('A request without a body has no kind.');
  });
  expect(body).toBeDefined();
});
