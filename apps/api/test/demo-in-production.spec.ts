import { DEMO_PASSWORD } from '@tracker/domain';
import { AccountLinkEntity, hashPassword, tokenHash, UserEntity } from '@tracker/data';
import { queueDigests, queueMonthlyDigests } from '@tracker/work';
import { type MailingApi, startMailingApi } from './support/mailing-api';

const TODAY = '2024-11-20';
let api: MailingApi;
beforeAll(async () => {
  api = await startMailingApi(TODAY, { nodeEnv: 'production' });
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

it('no mail goes to an account of the demo hub: neither reminders, nor a link, nor what waits', async () => {
  const demo = await account('regional@demo.example', DEMO_PASSWORD);
  const real = await account('colleague@hub.example', REAL_PASSWORD);
  const school = await api.hub.school();
  for (const { id: visitorId } of [demo, real]) {
    await api.hub.visit(school.id, { visitorId, status: 'confirmed', scheduledOn: '2024-11-21' });
  }
  expect(await queueDigests(api.dataSource, TODAY, api.env)).toBe(1);
  await api.dataSource.query(
    `INSERT INTO settings (key, value) VALUES ('monthlyDigest', $1)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify({ on: true, userIds: [demo.id, real.id] })],
  );
  expect(await queueMonthlyDigests(api.dataSource, TODAY, api.env)).toBe(1);
  for (const email of [demo.email, real.email]) {
    await api.anonymous.post('/api/auth/password-reset').send({ email }).expect(204);
  }
  const mails = (): Promise<{ kind: string; to: string }[]> =>
    api.dataSource.query('SELECT kind, to_address AS "to" FROM mails ORDER BY kind');
  expect(await mails()).toEqual(
    ['daily_digest', 'monthly_digest', 'password_reset'].map((kind) => ({ kind, to: real.email })),
  );

  // Written where the demo hub was tried out, and waiting still.
  await api.dataSource.query(
    `INSERT INTO mails (kind, dedupe_key, to_name, to_address, subject, body, user_id)
     SELECT 'action_assigned', 'of-old', name, email, 'For you', 'Do it', id FROM users WHERE id = $1`,
    [demo.id],
  );
  await api.send();
  expect(api.mailServer.arrived.map(({ to }) => to)).toEqual([real.email, real.email, real.email]);
  const [held] = await api.dataSource.query(
    `SELECT status, last_error AS why FROM mails WHERE dedupe_key = 'of-old'`,
  );
  expect(held).toEqual({
    status: 'cancelled',
    why: 'Not sent: addresses of the demo hub get no email in production.',
  });
});
