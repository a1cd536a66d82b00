import { FirstAdminService } from '../src/auth/first-admin.service';
import { startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
beforeEach(async () => {
  api = await startTestApi();
});
afterEach(() => api.stop());

const offer = () => api.app.get(FirstAdminService).offer();
const tokenOf = (link: { path: string } | null) => link?.path.split('token=')[1] ?? '';
const WHO = { name: 'Ada Admin', email: 'Ada@Hub.example', password: 'three herons on a tram' };
const accept = (token: string, over: object = {}) =>
  api.anonymous.post('/api/auth/first-admin').send({ token, ...WHO, ...over });

it('an empty tracker offers a link that makes its first administrator, once', async () => {
  const link = await offer();
  expect(link?.path).toMatch(/^\/#\/first-admin\?token=[\w-]{43}$/);
  await accept('guessed').expect(422);
  const weak = await accept(tokenOf(link), { password: 'ada@hub.example' }).expect(422);
  expect(weak.body.errors[0].field).toBe('password');
  await accept(tokenOf(link), { email: 'none' }).expect(422);
  await accept(tokenOf(link)).expect(204);
  await accept(tokenOf(link), { email: 'second@hub.example' }).expect(422);
  const { email, password } = WHO;
  const { body } = await api.anonymous.post('/api/auth/sign-in').send({ email, password });
  expect(body).toMatchObject({ name: 'Ada Admin', email: 'ada@hub.example', role: 'admin' });
  expect(await offer()).toBeNull();
});

it('a new start voids the link before, and a user made meanwhile voids them all', async () => {
  const first = await offer();
  const second = await offer();
  await accept(tokenOf(first)).expect(422);
  await api.hub.user('head');
  await accept(tokenOf(second)).expect(422);
  // The link sets nobody's password either.
  const body = { token: tokenOf(second), password: WHO.password };
  await api.anonymous.post('/api/auth/password').send(body).expect(422);
});

it('two who use the link at one time make one administrator', async () => {
  const token = tokenOf(await offer());
  const both = await Promise.all([accept(token), accept(token, { email: 'b@hub.example' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
});

describe('the last administrator', () => {
  it('can be neither disabled nor made something else', async () => {
    const last = await api.hub.user('admin', [], 'Ada Admin');
    const agent = await api.as(last);
    const put = (id: string, body: object) => agent.put(`/api/users/${id}`).send(body);
    // One who has not chosen a password yet could let nobody in.
    const invited = { name: 'New', email: 'new@hub.example', role: 'admin' };
    await agent.post('/api/users').send(invited).expect(201);
    const demoted = await put(last.id, { version: 1, role: 'head' }).expect(422);
    expect(demoted.body.errors).toEqual([
      {
        field: 'role',
        message:
          'Ada Admin is the only administrator who can sign in. Make somebody else an administrator first.',
      },
    ]);
    const disabled = await put(last.id, { version: 1, active: false }).expect(422);
    expect(disabled.body.errors[0].field).toBe('active');
    await put(last.id, { version: 1, name: 'Ada' }).expect(200);
    await api.hub.user('admin');
    await put(last.id, { version: 2, role: 'head' }).expect(200);
    await agent.post('/api/users').send(invited).expect(403);
  });

  it('stays when two disable each other at one time', async () => {
    const [one, other] = [await api.hub.user('admin'), await api.hub.user('admin')];
    const [asOne, asOther] = [await api.as(one), await api.as(other)];
    const body = { version: 1, active: false };
    const answers = await Promise.all([
      asOne.put(`/api/users/${other.id}`).send(body),
      asOther.put(`/api/users/${one.id}`).send(body),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(200);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const left = await api.dataSource.query(`SELECT id FROM users WHERE active`);
    expect(left).toHaveLength(1);
  });
});
