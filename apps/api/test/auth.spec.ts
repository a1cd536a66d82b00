import { startTestApi, type TestApi } from './support/test-api';
import { PASSWORD } from './support/test-hub';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('without a session', () => {
  it.each([
    'auth/me',
    'schools',
    'regions',
    'contacts',
    'visits',
    'visit-cycles',
    'priority-queue',
    'users',
    'follow-up-actions',
    'imports',
    'docs',
    'docs-json',
    'no-such-thing',
  ])('GET /api/%s answers 401 as a problem', async (path) => {
    const answer = await api.anonymous.get(`/api/${path}`).expect(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      status: 401,
      title: 'Unauthorized',
      detail: 'Please sign in.',
    });
    expect(answer.body.reference).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('health is open', async () => {
    await api.anonymous.get('/api/health').expect(200, { status: 'alive' });
    const ready = await api.anonymous.get('/api/health/ready').expect(200);
    expect(ready.body).toMatchObject({
      status: 'ready',
      postgres: 'up',
      redis: 'up',
      migrations: 'applied',
    });
  });
});

describe('signing in', () => {
  it('gives the user and an HttpOnly cookie, and me says the same', async () => {
    const region = await api.hub.region();
    const user = await api.hub.user('regional', [region.id], 'Ash Rook');
    const signedIn = await api.anonymous
      .post('/api/auth/sign-in')
      .send({ email: user.email.toUpperCase(), password: PASSWORD })
      .expect(200);
    const expected = {
      id: user.id,
      name: 'Ash Rook',
      email: user.email,
      role: 'regional',
      regionIds: [region.id],
    };
    expect(signedIn.body).toEqual(expected);
    const cookie = String(signedIn.headers['set-cookie']);
    expect(cookie).toMatch(/tracker_session=.+HttpOnly; SameSite=Lax/);
    const agent = await api.as(user);
    await agent.get('/api/auth/me').expect(200, expected);
  });

  it('keeps neither the token nor the password', async () => {
    const user = await api.hub.user('head');
    const answer = await api.anonymous
      .post('/api/auth/sign-in')
      .send({ email: user.email, password: PASSWORD });
    const token = /tracker_session=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
    expect(token.length).toBeGreaterThan(40);
    const [found] = await api.dataSource.query(
      `SELECT count(*)::int AS n FROM sessions WHERE encode(token_hash, 'escape') LIKE '%' || $1 || '%'`,
      [token],
    );
    expect(found.n).toBe(0);
    const [{ password_hash }] = await api.dataSource.query(
      'SELECT password_hash FROM users WHERE id = $1',
      [user.id],
    );
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each([
    ['a wrong password', { password: 'wrong' }],
    ['an unknown address', { email: 'nobody@test.example', password: PASSWORD }],
  ])('refuses %s with the same sentence', async (_, over) => {
    const user = await api.hub.user('head');
    const answer = await api.anonymous
      .post('/api/auth/sign-in')
      .send({ email: user.email, ...over })
      .expect(401);
    expect(answer.body.detail).toBe('Incorrect email or password.');
  });

  it('names the missing field', async () => {
    const answer = await api.anonymous
      .post('/api/auth/sign-in')
      .send({ email: 'a@b.example' })
      .expect(422);
    expect(answer.body.errors).toEqual([{ field: 'password', message: 'Type your password.' }]);
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const agent = await api.as(await api.hub.user('head'));
    await agent.post('/api/auth/sign-out').expect(204);
    await agent.get('/api/auth/me').expect(401);
  });

  it('is void from the next request on when the user is disabled', async () => {
    const user = await api.hub.user('head');
    const agent = await api.as(user);
    await agent.get('/api/auth/me').expect(200);
    await api.dataSource.query('UPDATE users SET active = false WHERE id = $1', [user.id]);
    await agent.get('/api/auth/me').expect(401);
  });

  it.each([
    ['left idle', `last_seen_at = now() - interval '13 hours'`],
    ['past its end', `expires_at = now() - interval '1 second'`],
    ['revoked', 'revoked_at = now()'],
  ])('is void when %s', async (_, change) => {
    const user = await api.hub.user('head');
    const agent = await api.as(user);
    await api.dataSource.query(`UPDATE sessions SET ${change} WHERE user_id = $1`, [user.id]);
    await agent.get('/api/auth/me').expect(401);
  });
});

describe('a write from another site', () => {
  it('is refused, one from this site or without an Origin is not', async () => {
    const agent = await api.as(await api.hub.user('head'));
    const send = () => agent.post('/api/priority-refreshes').send({});
    await send().set('Origin', 'https://evil.example').expect(403);
    await send().set('Origin', 'null').expect(403);
    await send().expect(202);
    const { host } = new URL(await api.app.getUrl());
    await send().set('Host', host).set('Origin', `http://${host}`).expect(202);
  });
});

describe('bodies', () => {
  it('that are not JSON are refused with 400, other kinds with 415, large ones with 413', async () => {
    const agent = await api.as(await api.hub.user('head'));
    const post = () => agent.post('/api/regions');
    await post().set('Content-Type', 'application/json').send('{"name":').expect(400);
    await post().set('Content-Type', 'application/xml').send('<a/>').expect(415);
    await post().set('Content-Type', 'text/plain').send('name').expect(415);
    const large = await post()
      .send({ name: 'x'.repeat(2_000_000) })
      .expect(413);
    expect(large.body.detail).toBe('What was sent is too large.');
  });
});
