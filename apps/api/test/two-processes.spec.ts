import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { createApp } from '../src/create-app';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let otherApp: NestFastifyApplication | undefined;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi();
  otherApp = await createApp(api.env);
  await otherApp.listen(0, '127.0.0.1');
  head = await api.as(await api.hub.user('head'));
  // Two applications are started, one after the other.
}, 120_000);
afterAll(async () => {
  await otherApp?.close();
  await api.stop();
});

/** Somebody who works with the one process, and the same session at the other. */
async function atBoth({ email }: { email: string }): Promise<[here: Agent, there: Agent]> {
  const here = await api.as({ email });
  const there = supertest.agent(await otherApp?.getUrl());
  const signedIn = await here.get('/api/auth/me').expect(200);
  const cookie = (signedIn as unknown as { request: { cookies: string } }).request.cookies;
  there.set('Cookie', cookie);
  for (let times = 0; times < 3; times += 1) await there.get('/api/schools').expect(200);
  return [here, there];
}

it('a person who is disabled in one is out of the other at the very next request', async () => {
  const user = await api.hub.user('head');
  const admin = await api.as(await api.hub.user('admin'));
  const [here, there] = await atBoth(user);
  const { body } = await admin.get(`/api/users/${user.id}`).expect(200);
  await admin
    .put(`/api/users/${user.id}`)
    .send({ version: body.version, active: false })
    .expect(200);
  await there.get('/api/schools').expect(401);
  await here.get('/api/schools').expect(401);
});

it('a person whose role is another in one has it in the other at the very next request', async () => {
  const user = await api.hub.user('head');
  const admin = await api.as(await api.hub.user('admin'));
  const [, there] = await atBoth(user);
  const { body } = await admin.get(`/api/users/${user.id}`).expect(200);
  await admin
    .put(`/api/users/${user.id}`)
    .send({ version: body.version, role: 'manager' })
    .expect(200);
  expect((await there.get('/api/auth/me').expect(200)).body.role).toBe('manager');
  const { id: schoolId } = await api.hub.school();
  await there.post('/api/visits').send({ schoolId }).expect(403);
});

it('a session that ends in one has ended in the other', async () => {
  const [here, there] = await atBoth(await api.hub.user('head'));
  await here.post('/api/auth/sign-out').expect(204);
  await there.get('/api/schools').expect(401);
});

it('rules that are changed in one hold in the other at once, lists included', async () => {
  const [here, there] = await atBoth(await api.hub.user('head'));
  const school = await api.hub.school();
  await head
    .post('/api/visits')
    .send({
      ...{ schoolId: school.id, kind: 'other' },
      outcome: { visitedOn: '2024-11-18', summary: 'A phone call.', peopleMet: [] },
    })
    .expect(201);
  const lastVisit = async (agent: Agent) =>
    (await agent.get(`/api/schools/${school.id}`).expect(200)).body.lastVisitedOn;
  for (const agent of [here, there]) expect(await lastVisit(agent)).toBe('2024-11-18');
  for (const [kindsNotCounting, last] of [
    [['other'], null],
    [[], '2024-11-18'],
  ] as const) {
    const { body } = await here.get('/api/hub-settings').expect(200);
    await here
      .put('/api/hub-settings')
      .send({ ...body, kindsNotCounting })
      .expect(200);
    expect(await lastVisit(there)).toBe(last);
    expect((await there.get('/api/hub-settings').expect(200)).body).toMatchObject({
      kindsNotCounting,
      version: body.version + 1,
    });
    expect(await lastVisit(here)).toBe(last);
  }
});
