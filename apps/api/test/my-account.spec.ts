import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';
import { PASSWORD } from './support/test-hub';

const NEXT = 'three herons on a tram';

let api: TestApi;
let admin: Agent;
beforeAll(async () => {
  api = await startTestApi();
  admin = await api.as(await api.hub.user('admin'));
});
afterAll(() => api.stop());

describe('the list of users', () => {
  it('shows email addresses to head and admin, and to others their own alone', async () => {
    const head = await api.as(await api.hub.user('head'));
    await api.hub.user('regional');
    const me = await api.hub.user('manager');
    const manager = await api.as(me);
    const emails = async (agent: Agent) =>
      (
        await agent
          .get('/api/users')
          .query(listQuery({ range: [0, 999] }))
          .expect(200)
      ).body
        .map(({ email }: { email: string | null }) => email)
        .filter((email: string | null) => email !== null);
    expect((await emails(head)).length).toBe(4);
    expect(await emails(manager)).toEqual([me.email]);
    const byEmail = listQuery({ sort: ['email', 'ASC'] });
    await head.get('/api/users').query(byEmail).expect(200);
    await manager.get('/api/users').query(byEmail).expect(400);
    const search = listQuery({ filter: { q: me.email } });
    expect((await head.get('/api/users').query(search)).body).toHaveLength(1);
    expect((await manager.get('/api/users').query(search)).body).toHaveLength(0);
  });
});

describe('my account', () => {
  it('lists my sessions, ends one of them and nobody else’s', async () => {
    const user = await api.hub.user('head');
    const [here, there] = [await api.as(user), await api.as(user)];
    const { body: sessions } = await here.get('/api/auth/sessions').expect(200);
    expect(sessions.map(({ current }: { current: boolean }) => current)).toEqual([true, false]);
    const other = sessions[1].id;
    await admin.delete(`/api/auth/sessions/${other}`).expect(404);
    await there.get('/api/auth/me').expect(200);
    await here.delete(`/api/auth/sessions/${other}`).expect(204);
    await there.get('/api/auth/me').expect(401);
    await here.get('/api/auth/me').expect(200);
    await here.delete('/api/auth/sessions/x').expect(400);
  });

  it('signs out everywhere', async () => {
    const user = await api.hub.user('head');
    const [here, there] = [await api.as(user), await api.as(user)];
    await here.post('/api/auth/sign-out-everywhere').expect(204);
    await here.get('/api/auth/me').expect(401);
    await there.get('/api/auth/me').expect(401);
  });

  it('changes the password, which ends the other sessions', async () => {
    const user = await api.hub.user('head');
    const [here, there] = [await api.as(user), await api.as(user)];
    const change = (current: string, next: string) =>
      here.post('/api/auth/change-password').send({ current, next });
    const wrong = await change('not this one', NEXT).expect(422);
    expect(wrong.body.errors[0].field).toBe('current');
    const weak = await change(PASSWORD, 'password1234').expect(422);
    expect(weak.body.errors[0].field).toBe('next');
    await there.get('/api/auth/me').expect(200);
    await change(PASSWORD, NEXT).expect(204);
    await here.get('/api/auth/me').expect(200);
    await there.get('/api/auth/me').expect(401);
    const signIn = { email: user.email, password: NEXT };
    await api.anonymous.post('/api/auth/sign-in').send(signIn).expect(200);
  });
});
