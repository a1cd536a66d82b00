import { PREFERENCE_LIMITS } from '@tracker/contract';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let manager: Agent;
let colleague: Agent;
beforeAll(async () => {
  api = await startTestApi();
  manager = await api.as(await api.hub.user('manager'));
  colleague = await api.as(await api.hub.user('regional'));
}, 30_000);
afterAll(() => api.stop());

const valuesOf = async (agent: Agent) =>
  (await agent.get('/api/me/preferences').expect(200)).body.values;
const put = (agent: Agent, values: unknown) => agent.put('/api/me/preferences').send({ values });

it('keeps what somebody likes for them and nobody else', async () => {
  expect(await valuesOf(manager)).toEqual({});
  const listParams = { filter: { q: 'mary' }, sort: 'name' };
  const answer = await put(manager, { theme: 'dark', 'schools.listParams': listParams });
  expect([answer.status, answer.body.values]).toEqual([
    200,
    { 'schools.listParams': listParams, theme: 'dark' },
  ]);
  expect(await valuesOf(manager)).toEqual(answer.body.values);
  expect(await valuesOf(colleague)).toEqual({});
});

it('changes what is given, forgets what is null and leaves the rest', async () => {
  await put(manager, { theme: 'light', 'visits.datatable': ['kind'] }).expect(200);
  await put(manager, { theme: null, 'users.datatable': [] }).expect(200);
  expect(await valuesOf(manager)).toMatchObject({
    'visits.datatable': ['kind'],
    'users.datatable': [],
  });
  expect(await valuesOf(manager)).not.toHaveProperty('theme');
});

it('keeps so much of a person and no more', async () => {
  const many = (from: number, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`name-${from + n}`, n]));
  await put(colleague, many(0, PREFERENCE_LIMITS.names)).expect(200);
  const refused = await put(colleague, { 'one-more': 1 }).expect(422);
  expect(refused.body.detail).toBe('At most 100 preferences are kept of a person.');
  expect(await valuesOf(colleague)).not.toHaveProperty('one-more');
  await put(colleague, many(1000, 101)).expect(422);
});

it.each([
  ['values that are a list', 422, [], 'values'],
  ['no values', 422, undefined, 'values'],
  ['a name with a space', 422, { 'my theme': 1 }, 'values'],
  ['a name of 101 letters', 422, { ['a'.repeat(101)]: 1 }, 'values'],
  ['a value of 8,001 characters', 422, { theme: 'x'.repeat(7_999) }, 'values.theme'],
  ['a NUL', 422, { theme: 'a\0b' }, 'values.theme'],
])('%s is refused', async (_, status, values, field) => {
  const answer = await put(manager, values);
  expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([status, field]);
  expect(answer.body.detail).toMatch(/\.$/);
});

it('two devices of one person at one time lose nothing of each other', async () => {
  const person = await api.hub.user('head');
  const [desk, tablet] = [await api.as(person), await api.as(person)];
  await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      put(n % 2 ? desk : tablet, { [`list-${n}`]: n }).expect(200),
    ),
  );
  expect(Object.keys(await valuesOf(desk))).toHaveLength(8);
});

it('asks for a session', async () => {
  await api.anonymous.get('/api/me/preferences').expect(401);
  await put(api.anonymous, { theme: 'dark' }).expect(401);
});
