import { randomUUID } from 'node:crypto';
import { DescribedApi } from './support/described-api';
import { type MailingApi, startMailingApi } from './support/mailing-api';
import { type Agent, startTestApi } from './support/test-api';

const TODAY = '2024-11-20';
let api: MailingApi;
let head: Agent;

beforeAll(async () => {
  api = await startMailingApi(TODAY, {
    publicUrl: 'https://tracker.hub.example',
  });
  head = await api.as(await api.hub.user('head', [], 'Hilary Marsh'));
}, 60_000);
afterAll(() => api.stop());

const remind = (id: string, agent = head) => agent.post(`/api/users/${id}/log-reminder`);

async function visitorWithUnlogged(name = 'Nia Reed') {
  const user = await api.hub.user('regional', [], name);
  const alder = await api.hub.school({ name: 'Alder Primary School' });
  const birch = await api.hub.school({ name: 'Birch Academy' });
  const of = { visitorId: user.id, status: 'confirmed' } as const;
  await api.hub.visit(birch.id, { ...of, scheduledOn: '2024-11-15' });
  await api.hub.visit(alder.id, { ...of, scheduledOn: '2024-11-04' });
  await api.hub.visit(alder.id, { ...of, scheduledOn: TODAY });
  return user;
}

it('names the visits that are not logged, and reaches a colleague once a day', async () => {
  const user = await visitorWithUnlogged();
  const answers = await Promise.all([remind(user.id), remind(user.id)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers.map(({ body }) => body.sent).sort()).toEqual([false, true]);
  expect(answers[0]?.body.visits).toBe(2);
  await api.send();
  const arrived = api.mailServer.at(user.email);
  expect(arrived).toHaveLength(1);
  expect(arrived[0]?.parsed.subject).toBe('2 visits to log');
  expect(arrived[0]?.parsed.text?.split('\n')).toEqual(
    expect.arrayContaining([
      'Hello Nia Reed,',
      '- Mon 4 Nov 2024, Alder Primary School',
      '- Fri 15 Nov 2024, Birch Academy',
      'The tracker: https://tracker.hub.example',
    ]),
  );
  expect(arrived[0]?.parsed.text).toContain('Hilary Marsh asks you to log these visits.');
});

it('is described', async () => {
  const { body } = await head.get('/api/docs-json').expect(200);
  const described = new DescribedApi(body);
  const { id } = await visitorWithUnlogged('Max Weir');
  const call = { method: 'post', path: '/api/users/{id}/log-reminder', id } as const;
  expect((await described.call(head, call)).status).toBe(200);
});

it('says why nobody is reminded', async () => {
  const idle = await api.hub.user('regional', [], 'Idle Ives');
  expect((await remind(idle.id).expect(409)).body.detail).toBe('Idle Ives has no visit to log.');
  const gone = await visitorWithUnlogged('Gone Grey');
  await api.dataSource.query('UPDATE users SET active = false WHERE id = $1', [gone.id]);
  expect((await remind(gone.id).expect(409)).body.detail).toMatch(/Gone Grey is disabled/);
  await remind(randomUUID()).expect(404);
  const regional = await api.as(await api.hub.user('regional'));
  await remind(gone.id, regional).expect(403);
  const { rows }: { rows: number } = await api.dataSource
    .query(`SELECT count(*)::int AS rows FROM mails WHERE user_id = ANY ($1)`, [[idle.id, gone.id]])
    .then(([first]) => first);
  expect(rows).toBe(0);
});

it('tells whom to write to where the tracker sends no email', async () => {
  const silent = await startTestApi(TODAY);
  try {
    const user = await silent.hub.user('regional', [], 'Nia Reed');
    const school = await silent.hub.school();
    await silent.hub.visit(school.id, {
      ...{ visitorId: user.id, status: 'confirmed', scheduledOn: '2024-11-15' },
    });
    const agent = await silent.as(await silent.hub.user('head'));
    const { body } = await remind(user.id, agent).expect(409);
    expect(body.detail).toBe(
      `This tracker sends no email. Write to Nia Reed yourself: ${user.email}.`,
    );
  } finally {
    await silent.stop();
  }
});
