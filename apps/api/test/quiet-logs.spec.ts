import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { startTestApi, type TestApi } from './support/test-api';
import { PASSWORD } from './support/test-hub';

let api: TestApi;
const lines: string[] = [];
const keep = (...words: unknown[]) => void lines.push(words.map(String).join(' '));

beforeAll(async () => {
  api = await startTestApi('2024-11-20', { logRequests: true, slowQueryMs: 1 });
  Logger.overrideLogger({ log: keep, error: keep, warn: keep, debug: keep, verbose: keep });
}, 30_000);
afterAll(async () => {
  Logger.overrideLogger(false);
  await api.stop();
});

it('the log has neither secrets nor persons, whatever goes wrong', async () => {
  const secrets: string[] = [PASSWORD];
  const secret = (text: string): string => {
    secrets.push(text);
    return text;
  };
  const user = await api.hub.user('admin', [], secret('Ottoline Quill'));
  secret(user.email);
  const signIn = { email: user.email, password: PASSWORD };
  const signedIn = await api.anonymous.post('/api/auth/sign-in').send(signIn).expect(200);
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  secret(cookie.split('=')[1] ?? '');
  const post = (path: string, body: object) =>
    api.anonymous.post(path).set('Cookie', cookie).send(body);

  const wrong = { email: secret('stranger@hub.example'), password: secret('a wrong password 12') };
  await api.anonymous.post('/api/auth/sign-in').send(wrong).expect(401);
  const invited = {
    name: secret('Peregrine Vole'),
    email: secret('vole@hub.example'),
    role: 'head',
  };
  const { body } = await post('/api/users', invited).expect(201);
  const token = secret(body.link.path.split('token=')[1]);
  const password = secret('three herons on a tram');
  await api.anonymous.post('/api/auth/password').send({ token, password }).expect(204);
  await api.anonymous.post('/api/auth/password').send({ token, password }).expect(422);
  await post('/api/users', invited).expect(422);
  const { body: reset } = await post(`/api/users/${user.id}/reset-link`, {}).expect(200);
  secret(reset.link.path.split('token=')[1]);
  const query = { filter: JSON.stringify({ q: secret('Searched-for Person') }) };
  await api.anonymous.get('/api/users').set('Cookie', cookie).query(query);

  // A statement that takes long, with what was looked for in its values.
  const bound = secret('a word that is bound');
  await api.app.get(DataSource).query('SELECT pg_sleep(0.05), $1::text AS word', [bound]);

  // A fault of ours and an outage, while somebody writes about a person.
  const school = await api.hub.school();
  const contact = { schoolId: school.id, name: secret('Zebedee Finch'), role: 'other' };
  const email = secret('zebedee@school.example');
  await api.dataSource.query('ALTER TABLE contacts ADD CONSTRAINT never CHECK (false) NOT VALID');
  await post('/api/contacts', { ...contact, email }).expect(500);
  await api.dataSource.query('ALTER TABLE contacts DROP CONSTRAINT never');
  // Whoever has a calendar's address may read it, so it is as secret as a password.
  const { body: feed } = await post('/api/account/calendar-feed', {}).expect(201);
  const feedPath = new URL(feed.url).pathname;
  secret(feedPath.split('/').pop()?.replace('.ics', '') ?? '');
  await api.dataSource.query('ALTER TABLE calendar_feeds RENAME TO away');
  await api.anonymous.get(feedPath).expect(500);
  await api.dataSource.query('ALTER TABLE away RENAME TO calendar_feeds');
  await api.postgresLine.cut();
  await api.anonymous.get(feedPath).expect(503);
  await api.anonymous.get(`${feedPath}?again=1`).expect(503);
  await post('/api/contacts', { ...contact, email }).expect(503);
  await api.postgresLine.mend();

  const log = lines.join('\n');
  // It was heard at all.
  expect(log).toContain('POST /api/contacts 500');
  expect(log).toContain('GET /api/calendar-feeds/:token.ics 500');
  expect(log).toContain('GET /api/users 200');
  expect(log).toMatch(/\d+ ms: SELECT pg_sleep\(0\.05\), \$1::text AS word/);
  expect(log).toContain('503');
  expect(secrets.filter((one) => one === '' || log.includes(one))).toEqual([]);
}, 30_000);
