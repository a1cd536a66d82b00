import { randomUUID } from 'node:crypto';
import { type Agent, startTestApi, type TestApi } from './support/test-api';
import { PASSWORD } from './support/test-hub';

const NEXT = 'three herons on a tram';

let api: TestApi;
let admin: Agent;
beforeAll(async () => {
  api = await startTestApi();
  admin = await api.as(await api.hub.user('admin', [], 'Ada Admin'));
});
afterAll(() => api.stop());

const newEmail = () => `${randomUUID()}@hub.example`;
const invite = async (over: object = {}) =>
  (
    await admin
      .post('/api/users')
      .send({ name: 'Ash Rook', email: newEmail(), role: 'manager', ...over })
      .expect(201)
  ).body;
const tokenOf = ({ link }: { link: { path: string } }) => link.path.split('token=')[1] as string;
const setPassword = (token: string, password = NEXT) =>
  api.anonymous.post('/api/auth/password').send({ token, password });
const signIn = (email: string, password = NEXT) =>
  api.anonymous.post('/api/auth/sign-in').send({ email, password });

describe('an invitation', () => {
  it('lets somebody choose a password and sign in, once', async () => {
    const region = await api.hub.region();
    const email = newEmail();
    const user = await invite({
      email: email.toUpperCase(),
      role: 'regional',
      regionIds: [region.id],
    });
    expect(user).toMatchObject({ email, invited: true, active: true, regionIds: [region.id] });
    await signIn(email).expect(401);
    await setPassword(tokenOf(user)).expect(204);
    const { body } = await signIn(email).expect(200);
    expect(body).toMatchObject({ id: user.id, role: 'regional', regionIds: [region.id] });
    const again = await setPassword(tokenOf(user), 'another tram of herons').expect(422);
    expect(again.body.errors).toEqual([
      { field: 'token', message: expect.stringContaining('has been used or has expired') },
    ]);
    expect((await admin.get(`/api/users/${user.id}`)).body.invited).toBe(false);
  });

  it('can be used again after a password that was not good enough', async () => {
    const user = await invite({ name: 'Constance Rookwood' });
    const bad = ['short', 'qwerty123456', 'constance rookwood', user.email, 'x'.repeat(1001)];
    for (const password of bad) {
      const answer = await setPassword(tokenOf(user), password).expect(422);
      expect(answer.body.errors[0].field).toBe('password');
    }
    await setPassword(tokenOf(user)).expect(204);
  });

  it('expires, is voided by a newer one, and cannot be guessed', async () => {
    const late = await invite();
    await api.dataSource.query(
      `UPDATE account_links SET expires_at = now() - interval '1 second' WHERE user_id = $1`,
      [late.id],
    );
    await setPassword(tokenOf(late)).expect(422);
    const first = await invite();
    const { body: second } = await admin.post(`/api/users/${first.id}/reset-link`).expect(200);
    await setPassword(tokenOf(first)).expect(422);
    await setPassword('A'.repeat(43)).expect(422);
    await setPassword('\u0000').expect(422);
    await setPassword(tokenOf(second)).expect(204);
  });

  it('is used up by one of two who use it at one time', async () => {
    const user = await invite();
    const both = await Promise.all([setPassword(tokenOf(user)), setPassword(tokenOf(user))]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
  });

  it('is kept as a hash only, also under an Idempotency-Key', async () => {
    const key = randomUUID();
    const body = { name: 'Ash', email: newEmail(), role: 'manager' };
    const post = () => admin.post('/api/users').set('Idempotency-Key', key).send(body).expect(201);
    const { body: first } = await post();
    const { body: second } = await post();
    expect(second).toEqual({ ...first, link: null });
    const [{ kept }] = await api.dataSource.query(
      `SELECT (SELECT string_agg(answer::text, '') FROM idempotency_keys)
         || (SELECT string_agg(encode(token_hash, 'escape'), '') FROM account_links) AS kept`,
    );
    expect(kept).toContain(first.id);
    expect(kept).not.toContain(tokenOf(first));
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['no address', { email: 'nobody' }, 'email'],
    ['an unknown role', { role: 'king' }, 'role'],
    [
      'a region that is not on record',
      { role: 'regional', regionIds: [randomUUID()] },
      'regionIds',
    ],
    ['regions that are none', { role: 'regional', regionIds: ['x'] }, 'regionIds'],
    ['an unknown field', { password: NEXT }, 'password'],
  ])('is refused with %s', async (_, over, field) => {
    const body = { name: 'Ash', email: newEmail(), role: 'head', ...over };
    const answer = await admin.post('/api/users').send(body).expect(422);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });

  it('is refused for an address on record and for regions of a role without', async () => {
    const { email } = await invite();
    const taken = { name: 'Ash', email: email.toUpperCase(), role: 'head' };
    await admin.post('/api/users').send(taken).expect(422);
    const regionIds = [(await api.hub.region()).id];
    const head = { name: 'Ash', email: newEmail(), role: 'head', regionIds };
    const answer = await admin.post('/api/users').send(head).expect(422);
    expect(answer.body.detail).toBe('Only members of a regional team have regions.');
  });
});

describe('a reset link', () => {
  it('ends all sessions once it is used, not before', async () => {
    const user = await api.hub.user('head');
    const agent = await api.as(user);
    const { body } = await admin.post(`/api/users/${user.id}/reset-link`).expect(200);
    await agent.get('/api/auth/me').expect(200);
    await setPassword(tokenOf(body)).expect(204);
    await agent.get('/api/auth/me').expect(401);
    await signIn(user.email, PASSWORD).expect(401);
    await signIn(user.email).expect(200);
  });

  it('is not made for a disabled account, and one made before is void', async () => {
    const user = await invite();
    await admin.put(`/api/users/${user.id}`).send({ version: 1, active: false }).expect(200);
    await setPassword(tokenOf(user)).expect(422);
    await admin.post(`/api/users/${user.id}/reset-link`).expect(409);
    await admin.post(`/api/users/${randomUUID()}/reset-link`).expect(404);
  });
});

describe('changing a user', () => {
  it('asks for the version it was made from', async () => {
    const user = await invite();
    const put = (body: object) => admin.put(`/api/users/${user.id}`).send(body);
    await put({ name: 'Other' }).expect(422);
    await put({ version: 1, name: 'Other' }).expect(200);
    const stale = await put({ version: 1, name: 'Third' }).expect(409);
    expect(stale.body.current).toMatchObject({ name: 'Other', version: 2 });
    await put({ version: 2, role: null }).expect(422);
    await put({ version: 2, email: 'new@hub.example' }).expect(422);
  });

  it('takes the regions from whoever leaves a regional team', async () => {
    const region = await api.hub.region();
    const user = await invite({ role: 'regional', regionIds: [region.id] });
    const { body } = await admin
      .put(`/api/users/${user.id}`)
      .send({ version: 1, role: 'head' })
      .expect(200);
    expect(body).toMatchObject({ role: 'head', regionIds: [] });
  });
});
