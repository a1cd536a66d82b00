import { refreshPriorityScores } from '@tracker/work';
import { SurveyScene } from './support/survey-scene';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

const DAY = '2024-11-19';
let api: TestApi;
let head: Agent;
const sql = (text: string, values: unknown[] = []) => api.dataSource.query(text, values);

beforeAll(async () => {
  api = await startTestApi();
  head = await api.as(await api.hub.user('head', [], 'Hilary Marsh'));
}, 30_000);
afterAll(() => api.stop());

const log = async (schoolId: string, over: object = {}) =>
  (
    await head
      .post('/api/visits')
      .send({ schoolId, outcome: { visitedOn: DAY, summary: 'Two choirs.', ...over } })
      .expect(201)
  ).body;
const rehome = (id: string, schoolId: string, over: object = {}) =>
  head
    .post(`/api/visits/${id}/to-school`)
    .send({ schoolId, reason: 'Infants, not juniors', ...over });
const two = async () => [await api.hub.school(), await api.hub.school()] as const;
const contactsOf = async (schoolId: string) =>
  (await head.get('/api/contacts').query(listQuery({ filter: { schoolId } }))).body.map(
    ({ name }: { name: string }) => name,
  );

it('takes outcome, survey, actions and people along, and both schools follow', async () => {
  const [wrong, right] = await two();
  const { versionId } = await new SurveyScene(api.dataSource).survey(true);
  const visit = await log(wrong.id, {
    survey: { versionId, answers: { choir: false } },
    actions: [{ title: 'Send the form', dueOn: '2024-11-01' }],
    peopleMet: [{ name: 'Jo Marsh', role: 'music_lead' }],
    followUpVisit: { scheduledOn: '2024-12-04', reason: 'Show the drums' },
  });
  const { body } = await rehome(visit.id, right.id, { version: visit.version }).expect(200);
  expect(body).toMatchObject({ schoolId: right.id, status: 'completed', visitedOn: DAY });
  expect(body.outcome.peopleMet[0]).toMatchObject({ name: 'Jo Marsh' });
  expect([await contactsOf(wrong.id), await contactsOf(right.id)]).toEqual([[], ['Jo Marsh']]);
  for (const table of ['follow_up_actions', 'survey_responses', 'survey_answers', 'visits']) {
    const rows = await sql(
      `SELECT DISTINCT school_id AS id FROM ${table}
      WHERE school_id IN ($1, $2)`,
      [wrong.id, right.id],
    );
    expect([table, rows]).toEqual([table, [{ id: right.id }]]);
  }
  await refreshPriorityScores(api.dataSource, '2024-11-20');
  const standing = async (id: string) => {
    const { state } = (await head.get(`/api/schools/${id}`).expect(200)).body;
    const queue = (await head.get(`/api/priority-queue/${id}`).expect(200)).body;
    return [state, queue.state];
  };
  expect(await standing(wrong.id)).toEqual(['never_visited', 'never_visited']);
  expect(await standing(right.id)).toEqual(['on_track', 'on_track']);
  const history = (await head.get(`/api/visits/${visit.id}/history`).expect(200)).body;
  expect(history.at(-1)).toMatchObject({
    ...{ kind: 'rehomed', why: 'Infants, not juniors', byName: 'Hilary Marsh' },
    ...{ schoolNameBefore: wrong.name, schoolName: right.name },
  });
  for (const { id } of [wrong, right]) {
    const { body: entries } = await head.get(`/api/schools/${id}/timeline`).expect(200);
    const told = entries.filter(({ rehomed }: { rehomed: object | null }) => rehomed);
    // The visit itself and the one planned because of it.
    expect(told).toHaveLength(2);
    expect(told.map(({ rehomed }: { rehomed: object }) => rehomed)).toContainEqual({
      ...{ visitId: visit.id, visitOn: DAY, byName: 'Hilary Marsh', why: 'Infants, not juniors' },
      ...{ fromSchoolName: wrong.name, toSchoolName: right.name },
    });
  }
});

it('leaves whoever was known at the wrong school there, and finds a namesake at the right one', async () => {
  const [wrong, right] = await two();
  const person = { name: 'Ann Lee', role: 'head_teacher' };
  for (const { id: schoolId } of [wrong, right]) {
    await head
      .post('/api/contacts')
      .send({ ...person, schoolId })
      .expect(201);
  }
  await head
    .post('/api/contacts')
    .send({ name: 'Bo Hill', role: 'other', schoolId: wrong.id })
    .expect(201);
  const known = (
    await head.get('/api/contacts').query(listQuery({ filter: { schoolId: wrong.id } }))
  ).body as { id: string }[];
  const visit = await log(wrong.id, { peopleMet: known.map(({ id }) => ({ contactId: id })) });
  await rehome(visit.id, right.id).expect(200);
  expect(await contactsOf(wrong.id)).toEqual(['Ann Lee', 'Bo Hill']);
  expect(await contactsOf(right.id)).toEqual(['Ann Lee', 'Bo Hill']);
});

it('is refused where it is there already, planned still, void, overtaken or leads nowhere', async () => {
  const [wrong, right] = await two();
  const visit = await log(wrong.id);
  const same = await rehome(visit.id, wrong.id).expect(422);
  expect(same.body.errors[0].field).toBe('schoolId');
  await rehome(visit.id, visit.id).expect(404);
  await rehome(visit.id, right.id, { reason: ' ' }).expect(422);
  const stale = await rehome(visit.id, right.id, { version: visit.version + 7 }).expect(409);
  expect(stale.body.current.schoolId).toBe(wrong.id);
  const planned = await api.hub.visit(wrong.id, { status: 'scheduled', scheduledOn: '2024-12-02' });
  await rehome(planned.id, right.id).expect(409);
  await head.post(`/api/visits/${visit.id}/void`).send({ reason: 'x' }).expect(200);
  const isVoid = await rehome(visit.id, right.id).expect(409);
  expect(isVoid.body.current.status).toBe('void');
});

it('is told with the URNs where both schools have one name', async () => {
  const name = 'Lapwingfield High School';
  const [before, after] = [await api.hub.school({ name }), await api.hub.school({ name })];
  const visit = await log(before.id);
  await rehome(visit.id, after.id, { version: visit.version }).expect(200);
  const { body } = await head
    .get('/api/history')
    .query(listQuery({ filter: { visitId: visit.id } }))
    .expect(200);
  const told = body.map(({ sentence }: { sentence: string }) => sentence).join('\n');
  expect(told).toContain(
    `School changed from ${name} (URN ${before.urn}) to ${name} (URN ${after.urn})`,
  );
});

it('tells a strength or need of the visit in plain words', async () => {
  const [school] = await two();
  const [tag] = (await head.get('/api/outcome-tags').expect(200)).body;
  await log(school.id, {
    [tag.kind === 'need' ? 'needTagIds' : 'strengthTagIds']: [tag.id],
  });
  const { body } = await head
    .get('/api/history')
    .query(listQuery({ filter: { schoolId: school.id } }))
    .expect(200);
  expect(body.map(({ sentence }: { sentence: string }) => sentence)).toContainEqual(
    expect.stringContaining(
      `Strength or need noted at the visit on Tue 19 Nov 2024: ${tag.label}, by Hilary Marsh`,
    ),
  );
});
