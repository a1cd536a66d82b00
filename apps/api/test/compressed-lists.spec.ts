import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let agent: Agent;
beforeAll(async () => {
  api = await startTestApi();
  const region = await api.hub.region('North');
  for (let n = 0; n < 12; n += 1) await api.hub.school({ regionId: region.id });
  agent = await api.as(await api.hub.user('head'));
});
afterAll(() => api.stop());

const schools = (encoding: string) =>
  agent
    .get('/api/schools')
    .query(listQuery({ range: [0, 9] }))
    .set('Accept-Encoding', encoding)
    .buffer(true)
    .parse((answer, done) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => done(null, Buffer.concat(parts)));
    })
    .expect(200)
    .expect('Content-Range', 'schools 0-9/12')
    .expect('Cache-Control', 'no-store');

it('a list asked with gzip comes compressed and keeps its Content-Range', async () => {
  const plain = await schools('identity');
  const packed = await schools('gzip');
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers['vary']).toContain('accept-encoding');
  expect(JSON.parse(plain.body.toString())).toHaveLength(10);
});

it('is given as Brotli to whoever takes it, a fraction of its size', async () => {
  const plain = await schools('identity');
  const packed = await schools('gzip, deflate, br');
  expect(packed.headers['content-encoding']).toBe('br');
  expect(Number(packed.headers['content-length'])).toBeLessThan(plain.body.length / 5);
});
