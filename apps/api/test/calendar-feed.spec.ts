import { readEvents } from '@tracker/testing/mail-server';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2024-11-20';
let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi(TODAY, { publicUrl: 'https://tracker.hub.example' });
  head = await api.as(await api.hub.user('head'));
}, 30_000);
afterAll(() => api.stop());

/** Somebody with a calendar, and its address. */
async function subscriber() {
  const user = await api.hub.user('regional', [], 'Ash Rook');
  const agent = await api.as(user);
  const { body } = await agent.post('/api/account/calendar-feed').send({}).expect(201);
  return { user, agent, path: body.path as string, url: body.url as string };
}

const read = (path: string) => api.anonymous.get(path);

it("has its user's own visits, and shows each change", async () => {
  const { user, path, url } = await subscriber();
  expect(url).toBe(`https://tracker.hub.example${path}`);
  const school = await api.hub.school({ name: 'Birch; Academy, "North"', postcode: 'EM1 2AB' });
  const of = { visitorId: user.id, startTime: '09:30' };
  const planned = { ...of, status: 'scheduled', scheduledOn: '2024-12-03' } as const;
  const { id } = await api.hub.visit(school.id, planned);
  await api.hub.visit(school.id, { ...planned, status: 'cancelled' });
  await api.hub.visit(school.id, { ...planned, visitorId: null });
  const held = { ...of, status: 'completed' } as const;
  await api.hub.visit(school.id, { ...held, visitedOn: '2024-09-25', startTime: null });
  await api.hub.visit(school.id, { ...held, visitedOn: '2024-09-20' });

  const first = await read(path)
    .expect(200)
    .expect('Content-Type', /^text\/calendar/);
  expect(readEvents(first.text)).toMatchObject([
    { start: '2024-09-25', end: '2024-09-26', status: 'CONFIRMED' },
    {
      uid: `visit-${id}@school-engagement-tracker`,
      start: '2024-12-03T09:30:00Z',
      summary: 'Visit: Birch; Academy, "North" (not confirmed yet)',
      location: 'Birch; Academy, "North", EM1 2AB',
      status: 'TENTATIVE',
    },
  ]);
  expect(first.text.replace(/\r\n /g, '')).toContain(
    `https://tracker.hub.example/#/visits/${id}/show`,
  );
  const { etag = '' } = first.headers;
  await read(path).set('If-None-Match', etag).expect(304);

  const moved = { scheduledOn: '2025-07-01', startTime: '10:00' };
  await head.post(`/api/visits/${id}/schedule`).send(moved).expect(200);
  const second = await read(path).set('If-None-Match', etag).expect(200);
  expect(readEvents(second.text)[1]).toMatchObject({ start: '2025-07-01T09:00:00Z' });
});

it('has one address at a time, which can be renewed and revoked', async () => {
  const { agent, path } = await subscriber();
  await read(path).expect(200);
  expect((await agent.get('/api/account/calendar-feed')).body).toMatchObject({
    exists: true,
    readAt: expect.any(String),
  });
  const renewed = (await agent.post('/api/account/calendar-feed').send({}).expect(201)).body.path;
  await read(path).expect(404);
  await read(renewed).expect(200);
  await agent.delete('/api/account/calendar-feed').expect(204);
  expect((await read(renewed).expect(404)).body.detail).toBe('The calendar is not on record.');
});

it('is closed to whoever guesses, and with its user', async () => {
  const { user, path } = await subscriber();
  await read('/api/calendar-feeds/guess.ics').expect(404);
  await api.dataSource.query('UPDATE users SET active = false WHERE id = $1', [user.id]);
  await read(path).expect(404);
  for (let i = 0; i < 30; i += 1) await read(`/api/calendar-feeds/guess${i}.ics`);
  await read('/api/calendar-feeds/another.ics').expect(429);
  // Neither sign-in nor those who have an address suffer for it.
  await read((await subscriber()).path).expect(200);
});

it('never gives the address again, not even to a repeated request', async () => {
  const agent = await api.as(await api.hub.user('head'));
  const key = '7d5b1a8e-3c2f-4e69-9b40-2f6d8c1a5e73';
  const make = () =>
    agent.post('/api/account/calendar-feed').set('Idempotency-Key', key).send({}).expect(201);
  const [first, again] = [await make(), await make()];
  expect(first.body.path).toMatch(/^\/api\/calendar-feeds\/.{43}\.ics$/);
  expect(again.body).not.toHaveProperty('path', expect.any(String));
  await read(first.body.path).expect(200);
});
