import type { Mail } from '@tracker/contract';
import type { UserEntity } from '@tracker/data';
import { DescribedApi } from './support/described-api';
import { type MailingApi, startMailingApi } from './support/mailing-api';
import { type Agent } from './support/test-api';
import { PASSWORD } from './support/test-hub';

const TODAY = '2024-11-20';
const NEW_PASSWORD = 'three brass rooms';
let api: MailingApi;
let admin: Agent;

beforeAll(async () => {
  api = await startMailingApi(TODAY, {
    publicUrl: 'https://tracker.hub.example/music',
  });
  admin = await api.as(await api.hub.user('admin', [], 'Ada Lane'));
}, 30_000);
afterAll(() => api.stop());

const ask = (email: unknown) => api.anonymous.post('/api/auth/password-reset').send({ email });
const send = () => api.send();
const LINK = /https:\/\/tracker\.hub\.example\/music\/#\/set-password\?token=(\S+)/;
const tokensAt = (email: string) =>
  api.mailServer.at(email).map(({ parsed }) => LINK.exec(parsed.text ?? '')?.[1] ?? 'none');
const setPassword = (token: string | undefined, password = NEW_PASSWORD) =>
  api.anonymous.post('/api/auth/password').send({ token, password });
const signIn = ({ email }: UserEntity, password: string) =>
  api.anonymous.post('/api/auth/sign-in').send({ email, password });

async function askedAndSent(user: UserEntity): Promise<string | undefined> {
  await ask(user.email).expect(204);
  await send();
  return tokensAt(user.email).at(-1);
}

it('brings whoever has forgotten their password a link that works once', async () => {
  const user = await api.hub.user('regional', [], 'Ash Rook');
  const before = await api.as(user);
  await before.get('/api/auth/me').expect(200);
  await api.anonymous.get('/api/auth/password-reset').expect(200, { offered: true });
  await ask(user.email.toUpperCase()).expect(204);
  await send();
  const [mail] = api.mailServer.at(user.email);
  expect(mail?.parsed.subject).toBe('Choose a new password for the School Engagement Tracker');
  expect(mail?.parsed.text).toMatch(/^Hello Ash Rook,\n/);
  expect(mail?.parsed.text).not.toContain('{{');

  const [link] = tokensAt(user.email);
  await setPassword(link, 'short').expect(422);
  await setPassword(link).expect(204);
  await setPassword(link, 'another three words').expect(422);
  await signIn(user, PASSWORD).expect(401);
  await signIn(user, NEW_PASSWORD).expect(200);
  await before.get('/api/auth/me').expect(401);
});

it('stands in no outbox, table or backup: only its reader has the link', async () => {
  const user = await api.hub.user('head');
  const token = await askedAndSent(user);
  const [mail]: Mail[] = (await admin.get(`/api/mails?filter={"q":"${user.email}"}`)).body;
  expect(mail).toMatchObject({ kind: 'password_reset', status: 'sent', userId: user.id });
  expect(mail?.body).toContain('(The link is in the email alone.)');
  const { body: whole } = await admin.get(`/api/mails/${mail?.id}`).expect(200);
  expect(JSON.stringify(whole)).not.toContain(token);
  const kept = await api.dataSource.query(
    `SELECT m::text AS row FROM mails m UNION ALL SELECT l::text FROM account_links l
     UNION ALL SELECT e::text FROM audit_entries e`,
  );
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.filter(({ row }: { row: string }) => row.includes(String(token)))).toEqual([]);
});

it('is answered the same, and as slowly, whether there is such an account or not', async () => {
  const known = await api.hub.user('head');
  const disabled = await api.hub.user('head');
  await api.dataSource.query('UPDATE users SET active = false WHERE id = $1', [disabled.id]);
  const answers = [];
  for (const email of [known.email, disabled.email, 'nobody@hub.example']) {
    const begun = performance.now();
    const { status, text, headers } = await ask(email);
    expect(performance.now() - begun).toBeGreaterThan(295);
    answers.push({ status, text, names: Object.keys(headers) });
  }
  expect(answers[0]).toMatchObject({ status: 204, text: '' });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  await send();
  expect(api.mailServer.at(known.email)).toHaveLength(1);
  expect(api.mailServer.at(disabled.email)).toEqual([]);
  const [row] = await api.dataSource.query(
    `SELECT count(*)::int AS n FROM mails WHERE kind = 'password_reset' AND to_address <> ALL ($1)`,
    [api.mailServer.arrived.map(({ to }) => to)],
  );
  expect(row.n).toBe(0);
});

it('goes to an address three times an hour, however often it is asked for, and all three work', async () => {
  const [user, other] = [await api.hub.user('head'), await api.hub.user('head')];
  for (let n = 0; n < 5; n += 1) await ask(user.email).expect(204);
  await send();
  expect(tokensAt(user.email)).toHaveLength(3);
  await askedAndSent(other);
  expect(tokensAt(other.email)).toHaveLength(1);
  // Somebody who asks in another's name makes no link of theirs useless; a new password does.
  const [first, second] = tokensAt(user.email);
  await setPassword(first).expect(204);
  await setPassword(second, 'another three words').expect(422);
});

it('expires after an hour', async () => {
  const user = await api.hub.user('head');
  const token = await askedAndSent(user);
  const [link] = await api.dataSource.query(
    `SELECT extract(epoch FROM expires_at - now())::int AS seconds FROM account_links
     WHERE user_id = $1`,
    [user.id],
  );
  expect(link.seconds).toBeGreaterThan(3_500);
  expect(link.seconds).toBeLessThanOrEqual(3_600);
  await api.dataSource.query(
    `UPDATE account_links SET expires_at = now() - interval '1 second' WHERE user_id = $1`,
    [user.id],
  );
  const { body } = await setPassword(token).expect(422);
  expect(body.errors[0].message).toBe(
    'This link has been used or has expired. The sign-in page says how to get a new one.',
  );
});

it('leaves the link alone that an administrator made', async () => {
  const user = await api.hub.user('head');
  const { body } = await admin.post(`/api/users/${user.id}/reset-link`).send({}).expect(200);
  await askedAndSent(user);
  await setPassword(body.link.path.split('token=')[1]).expect(204);
});

it('does not go to an account that was disabled meanwhile, and the outbox says why', async () => {
  const user = await api.hub.user('head');
  await ask(user.email).expect(204);
  await api.dataSource.query('UPDATE users SET active = false WHERE id = $1', [user.id]);
  await send();
  expect(api.mailServer.at(user.email)).toEqual([]);
  const [mail]: Mail[] = (await admin.get(`/api/mails?filter={"q":"${user.email}"}`)).body;
  expect(mail).toMatchObject({
    status: 'cancelled',
    lastError: 'Not sent: the account is disabled.',
  });
});

it('makes a new link each time the mail is handed over', async () => {
  const user = await api.hub.user('head');
  api.mailServer.refusals.set(user.email, { code: 451, words: 'Come back later' });
  await ask(user.email).expect(204);
  await send();
  api.mailServer.refusals.clear();
  await api.dataSource.query(
    `UPDATE mails SET next_attempt_at = now() - interval '1 day' WHERE status = 'waiting'`,
  );
  await send();
  await setPassword(tokensAt(user.email)[0]).expect(204);
});

it('is answered as it is described', async () => {
  const described = new DescribedApi((await admin.get('/api/docs-json').expect(200)).body);
  const path = '/api/auth/password-reset';
  const body = { email: 'nobody@hub.example' };
  await described.call(api.anonymous, { method: 'post', path, body });
  await described.call(api.anonymous, { method: 'post', path, body: { email: 'nobody' } });
  await described.call(api.anonymous, { method: 'get', path });
  expect([...described.walked].sort()).toEqual([`get ${path}`, `post ${path}`]);
});

it.each([[''], ['hub'], [5], [null], [undefined], [`${'a'.repeat(260)}@hub.example`], [['a@b.c']]])(
  'refuses %j as an address',
  async (email) => {
    const { body } = await ask(email).expect(422);
    expect(body.errors[0]).toMatchObject({ field: 'email', message: expect.stringMatching(/\.$/) });
  },
);

it('is asked for thirty times an hour from one client, and not more', async () => {
  const asked = await Promise.all(
    Array.from({ length: 31 }, (_, n) => ask(`nobody-${n}@hub.example`)),
  );
  const refused = asked.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused[0]?.body.detail).toMatch(
    /^Too many new passwords were asked for from here\. Please wait/,
  );
});
