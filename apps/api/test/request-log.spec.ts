import { Logger } from '@nestjs/common';
import { SurveyScene } from './support/survey-scene';
import { startTestApi, type TestApi } from './support/test-api';
import { PASSWORD } from './support/test-hub';

let api: TestApi;
const lines: string[] = [];
const ignore = () => undefined;

beforeAll(async () => {
  api = await startTestApi('2024-11-20', { logRequests: true });
  const log = (line: unknown, context: string) => {
    if (context === 'Requests') lines.push(String(line));
  };
  Logger.overrideLogger({ log, error: ignore, warn: ignore });
}, 30_000);
afterAll(async () => {
  Logger.overrideLogger(false);
  await api.stop();
});
beforeEach(() => lines.splice(0));

/** The lines without reference and milliseconds, of which each has both. */
const said = () =>
  lines.map((line) => {
    const [, words] = /^[\da-f-]{36} (.*) \d+ ms$/.exec(line) ?? [];
    return words ?? `not a line of a request: ${line}`;
  });

it('has a line for each request: reference, method, route, status and milliseconds', async () => {
  const head = await api.as(await api.hub.user('head'));
  const { id } = await api.hub.school();
  await head.get(`/api/schools/${id}`).expect(200);
  const { body } = await head.get('/api/schools/00000000-0000-4000-8000-000000000000');
  await api.anonymous.get(`/api/schools/${id}`).expect(401);
  await head.post('/api/contacts').send({}).expect(422);
  expect(said()).toEqual([
    'POST /api/auth/sign-in 200',
    'GET /api/schools/:id 200',
    'GET /api/schools/:id 404',
    'GET /api/schools/:id 401',
    'POST /api/contacts 422',
  ]);
  // What somebody is shown leads to its line.
  expect(lines[2]).toMatch(new RegExp(`^${body.reference} `));
});

it('names neither what was asked of an address nor who asked, by which secret', async () => {
  const secrets: string[] = [PASSWORD];
  const secret = (text: string): string => {
    expect(text).toBeTruthy();
    secrets.push(text, encodeURIComponent(text));
    return text;
  };
  const user = await api.hub.user('admin', [], secret('Ottoline Quill'));
  const signIn = { email: secret(user.email), password: PASSWORD };
  const signedIn = await api.anonymous.post('/api/auth/sign-in').send(signIn).expect(200);
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  secret(cookie.split('=')[1] ?? '');
  const get = (path: string, query: object = {}) =>
    api.anonymous.get(path).set('Cookie', cookie).query(query);

  const filter = JSON.stringify({ q: secret('Searched-for Person') });
  await get('/api/users', { filter }).expect(200);
  const setPassword = {
    token: secret('set-password-token'),
    password: secret('three herons on a tram'),
  };
  await api.anonymous.post('/api/auth/password').send(setPassword).expect(422);
  await get('/api/auth/password', setPassword);
  const school = await api.hub.school();
  const scene = new SurveyScene(api.dataSource);
  await scene.survey(true);
  const { token } = await scene.link(school.id);
  await api.anonymous.post('/api/school-survey').send({ token: secret(token) });
  const { body: feed } = await api.anonymous
    .post('/api/account/calendar-feed')
    .set('Cookie', cookie)
    .send({})
    .expect(201);
  const { pathname } = new URL(feed.url);
  secret(pathname.split('/').pop()?.replace('.ics', '') ?? '');
  await api.anonymous.get(pathname).expect(200);
  // Addresses that are no route's. One that cannot be read at all has no line.
  await get(`/api/nothing/${token}`).expect(404);
  await get(`/api/schools/%zz${token}?token=${token}`).expect(400);
  await get(`//api/auth/password/${token}`).expect(404);

  expect(said()).toEqual([
    'POST /api/auth/sign-in 200',
    'GET /api/users 200',
    'POST /api/auth/password 422',
    'GET an address without a route 404',
    'POST /api/school-survey 200',
    'POST /api/account/calendar-feed 201',
    'GET /api/calendar-feeds/:token.ics 200',
    'GET an address without a route 404',
    'GET an address without a route 404',
  ]);
  const log = lines.join('\n');
  expect(secrets.filter((one) => log.includes(one))).toEqual([]);
});
