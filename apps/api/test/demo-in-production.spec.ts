import { DEMO_PASSWORD } from '@tracker/domain';
import { AccountLinkEntity, hashPassword, tokenHash, UserEntity } from '@tracker/server';
import { startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi('2024-11-20', { nodeEnv: 'production' });
}, 30_000);
afterAll(() => api.stop());

const REAL_PASSWORD = 'three herons on a tram';

async function account(email: string, password: string): Promise<UserEntity> {
  const passwordHash = await hashPassword(password);
  const user = { name: 'Somebody', role: 'head' as const, email, passwordHash };
  return api.dataSource.manager.save(UserEntity, user as UserEntity);
}
const signIn = (email: string, password: string) =>
  api.anonymous.post('/api/auth/sign-in').send({ email, password });
/** The same account where it may be used: what was opened there is taken along in the database. */
async function openedElsewhere(user: UserEntity) {
  const session = { tokenHash: tokenHash('session-of-old'), userId: user.id };
  await api.dataSource.query(
    `INSERT INTO sessions (token_hash, user_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
    [session.tokenHash, session.userId],
  );
  await api.dataSource.query('INSERT INTO calendar_feeds (user_id, token_hash) VALUES ($1, $2)', [
    user.id,
    tokenHash('feed-of-old'),
  ]);
  await api.dataSource.manager.insert(AccountLinkEntity, {
    tokenHash: tokenHash('link-of-old'),
    purpose: 'reset',
    userId: user.id,
    expiresAt: new Date(Date.now() + 3_600_000),
  });
}

const withSession = () =>
  api.anonymous.get('/api/auth/me').set('Cookie', 'tracker_session=session-of-old');
const feed = () => api.anonymous.get('/api/calendar-feeds/feed-of-old.ics');
const setPassword = () =>
  api.anonymous.post('/api/auth/password').send({ token: 'link-of-old', password: REAL_PASSWORD });

it('an account of the demo hub opens nothing, by any way in', async () => {
  const head = await account('head@demo.example', DEMO_PASSWORD);
  await openedElsewhere(head);
  await signIn('head@demo.example', DEMO_PASSWORD).expect(401);
  await signIn(' HEAD@Demo.Example ', DEMO_PASSWORD).expect(401);
  await withSession().expect(401);
  await feed().expect(404);
  await setPassword().expect(422);
  // Nor does another password make it somebody's own.
  await account('lucy.penhale@demo.example', REAL_PASSWORD);
  await signIn('lucy.penhale@demo.example', REAL_PASSWORD).expect(401);
});

it('the public password opens nothing at any account, and others sign in as ever', async () => {
  await account('moved@hub.example', DEMO_PASSWORD);
  await signIn('moved@hub.example', DEMO_PASSWORD).expect(401);
  const real = await account('real@hub.example', REAL_PASSWORD);
  await signIn('real@hub.example', REAL_PASSWORD).expect(200);
  await api.dataSource.query('UPDATE sessions SET user_id = $1', [real.id]);
  await api.dataSource.query('UPDATE calendar_feeds SET user_id = $1', [real.id]);
  await api.dataSource.query('UPDATE account_links SET user_id = $1, used_at = NULL', [real.id]);
  // The very same tokens, of somebody else: it was the account that was refused.
  await withSession().expect(200);
  await feed().expect(200);
  await setPassword().expect(204);
});
