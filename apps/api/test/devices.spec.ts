import { randomUUID } from 'node:crypto';
import type { UserEntity } from '@tracker/data';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
let callum: UserEntity;
let visitor: Agent;
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  head = await api.as(await api.hub.user('head', []));
  callum = await api.hub.user('regional', [(await api.hub.region()).id], 'Callum Reed');
  visitor = await api.as(callum);
});
afterAll(() => api.stop());
beforeEach(() => api.dataSource.query('DELETE FROM device_reports'));

const LABEL = 'Chrome on Android';
const NOTHING = { label: LABEL, waiting: 0, attention: 0, drafts: 0 };
const report = (body: object, id: string = randomUUID(), agent = visitor) =>
  agent.put(`/api/devices/${id}`).send({ ...NOTHING, ...body });
const heard = async () => (await head.get('/api/devices').expect(200)).body;

it('tells the head whose device has what on it, the longest waiting first, until it is sent', async () => {
  const [phone, tablet] = [randomUUID(), randomUUID()];
  await report({ drafts: 1 }, phone).expect(204);
  await report(
    { waiting: 2, attention: 1, oldestFinishedAt: '2024-11-18T15:40:00.000Z' },
    tablet,
  ).expect(204);
  expect(await heard()).toEqual([
    {
      ...{ id: tablet, userId: callum.id, userName: 'Callum Reed', label: LABEL },
      ...{ waiting: 2, attention: 1, drafts: 0, oldestFinishedAt: '2024-11-18T15:40:00.000Z' },
      heardAt: expect.stringMatching(/Z$/),
    },
    expect.objectContaining({ id: phone, drafts: 1, oldestFinishedAt: null }),
  ]);
  await report({ drafts: 2 }, tablet).expect(204);
  expect(await heard()).toEqual([
    expect.objectContaining({ id: phone }),
    expect.objectContaining({ id: tablet, waiting: 0, drafts: 2, oldestFinishedAt: null }),
  ]);
  for (const id of [phone, tablet]) await report({}, id).expect(204);
  expect(await heard()).toEqual([]);
});

it('writes nobody else’s row: two people on one tablet are two', async () => {
  const id = randomUUID();
  await report({ drafts: 1 }, id).expect(204);
  await report({ drafts: 3 }, id, head).expect(204);
  await report({}, id, head).expect(204);
  expect(await heard()).toEqual([expect.objectContaining({ userId: callum.id, drafts: 1 })]);
});

it('keeps twenty devices of a person, those heard last', async () => {
  const ids = Array.from({ length: 22 }, () => randomUUID());
  for (const id of ids) await report({ drafts: 1 }, id).expect(204);
  const kept = (await heard()).map((device: { id: string }) => device.id);
  expect(new Set(kept)).toEqual(new Set(ids.slice(2)));
});

it.each([
  ['label', { label: ' ' }],
  ['label', { label: 'x'.repeat(81) }],
  ['waiting', { waiting: 1_001, oldestFinishedAt: '2024-11-18T15:40:00.000Z' }],
  ['attention', { attention: -1 }],
  ['drafts', { drafts: 1.5 }],
  ['oldestFinishedAt', { waiting: 1 }],
  ['oldestFinishedAt', { drafts: 1, oldestFinishedAt: '2024-11-18T15:40:00.000Z' }],
  ['oldestFinishedAt', { waiting: 1, oldestFinishedAt: 'yesterday' }],
])('refuses %s as it is in %j', async (field, body) => {
  const { body: problem } = await report(body).expect(422);
  expect(problem.errors[0]).toMatchObject({ field, message: expect.stringMatching(/\.$/) });
});

it('is read by the head and by whoever looks after the system alone', async () => {
  await visitor.get('/api/devices').expect(403);
});
