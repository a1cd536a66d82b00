import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { refuseConnection } from '../src/http/early-refusals';
import { SECURITY_HEADERS, securityHeaders } from '../src/http/security-headers';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi();
  head = await api.as(await api.hub.user('head'));
}, 30_000);
afterAll(() => api.stop());

const json = (agent: Agent) => agent.post('/api/regions').set('Content-Type', 'application/json');

describe('every answer keeps a browser in bounds', () => {
  it.each([
    ['the page, or its 404 while it is not built', () => api.anonymous.get('/')],
    ['an address that there is not', () => api.anonymous.get('/no/such/page')],
    ['one that there is not in the API', () => head.get('/api/no-such-thing')],
    ['health', () => api.anonymous.get('/api/health')],
    ['a list', () => head.get('/api/schools')],
    ['the description of the API', () => head.get('/api/docs')],
    ['401', () => api.anonymous.get('/api/schools')],
    ['a write from another site', () => head.post('/api/regions').set('Origin', 'null').send({})],
    ['a body that is no JSON', () => json(head).send('{')],
    ['an address that cannot be read', () => head.get('/api/schools/%ff')],
  ])('%s', async (_, ask) => {
    const { headers } = await ask();
    expect(headers).toMatchObject(SECURITY_HEADERS);
  });

  it('takes scripts from the tracker alone, and none that stands in a page', () => {
    const policy = SECURITY_HEADERS['content-security-policy'] ?? '';
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`default-src 'self';`);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it('insists on HTTPS in production alone', () => {
    const insists = (nodeEnv: 'production' | 'test') =>
      'strict-transport-security' in securityHeaders({ nodeEnv });
    expect([insists('production'), insists('test')]).toEqual([true, false]);
  });
});

describe('a write of another origin', () => {
  it.each([
    ['null'],
    ['https://evil.example'],
    ['http://127.0.0.1'],
    ['file://'],
    [''],
    ['http://[::1'],
  ])('%j is not carried out', async (origin) => {
    const name = `From ${origin}`;
    await head.post('/api/regions').set('Origin', origin).send({ name }).expect(403);
    const { body } = await head.get('/api/regions');
    expect(body.map((region: { name: string }) => region.name)).not.toContain(name);
  });
});

describe('what is too large', () => {
  it.each([
    ['deep JSON', 400, '['.repeat(5_000) + ']'.repeat(5_000)],
    ['JSON 21 levels deep', 400, '{"name":'.repeat(22) + '1' + '}'.repeat(22)],
    ['JSON of more than 1 MB', 413, `{"name":"${'x'.repeat(1_100_000)}"}`],
    ['a name of 100,000 characters', 422, `{"name":"${'x'.repeat(100_000)}"}`],
  ])('%s is refused', async (_, status, body) => {
    const answer = await json(head).send(body).expect(status);
    expect(answer.body.detail).toMatch(/\w\.$/);
  });

  it('an upload of more parts than any form has', async () => {
    const upload = head.post('/api/imports').field('kind', 'schools');
    for (let n = 0; n < 80; n += 1) upload.field(`la`, String(n));
    const answer = await upload.attach('file', Buffer.from('URN\n1\n'), 'a.csv').expect(400);
    expect(answer.body.detail).toContain('Nothing was imported');
  });
});

it('names a filter that is null instead of ignoring it', async () => {
  const answer = await head.get('/api/visits').query({ filter: '{"schoolId":null}' }).expect(400);
  expect(answer.body.errors).toEqual([
    {
      field: 'filter.schoolId',
      message: 'The filter "schoolId" takes an id or a list of ids (UUIDs, at most 1,000).',
    },
  ]);
});

it('has limits to the time that a request may take to arrive', () => {
  const server = api.app.getHttpServer() as Server;
  expect(server.requestTimeout).toBe(120_000);
  expect(server.headersTimeout).toBeGreaterThan(0);
  expect(server.headersTimeout).toBeLessThanOrEqual(60_000);
});

describe('on the bare connection', () => {
  let server: Server;
  beforeAll(async () => {
    // The same answers, on a server with less patience than a test.
    const limits = { headersTimeout: 150, requestTimeout: 300, connectionsCheckingInterval: 50 };
    server = createServer(limits, (request, response) => {
      request.resume().on('end', () => response.end());
    }).on('clientError', refuseConnection);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  it.each([
    ['headers that do not end', 408, 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '],
    ['a body that does not come', 408, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{'],
    ['headers too long', 431, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(30_000)}\r\n\r\n`],
    ['no HTTP', 400, 'EHLO mail.example\r\n\r\n'],
    ['two lengths', 400, 'POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
  ])('%s are answered as a problem, and the connection ends', async (_, status, sent) => {
    const [top = '', body = ''] = await answerTo(sent);
    expect(top).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(top).toContain('content-security-policy: ');
    expect(JSON.parse(body)).toMatchObject({ status, detail: expect.stringMatching(/\.$/) });
  });

  it('HEAD is answered with headers alone, also where they were too long', async () => {
    const sent = `HEAD /?${'x'.repeat(30_000)} HTTP/1.1\r\nHost: a\r\n\r\n`;
    const [top, body] = await answerTo(sent);
    expect(top).toMatch(/^HTTP\/1.1 431 /);
    expect(body).toBe('');
  });

  /** Headers and body of what comes back. */
  async function answerTo(sent: string): Promise<string[]> {
    const { port } = server.address() as AddressInfo;
    const said = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(sent));
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text)).on('error', () => undefined);
    });
    return said.split('\r\n\r\n');
  }
});
