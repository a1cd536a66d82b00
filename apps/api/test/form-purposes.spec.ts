import { type FormPurpose, FORM_PURPOSES, newQuestion, type SurveyQuestion } from '@tracker/domain';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2026-11-20';
let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi(TODAY);
  head = await api.as(await api.hub.user('head'));
}, 30_000);
afterAll(() => api.stop());

const FIRST_ACCESS = newQuestion({ key: 'first_access', type: 'yes_no', text: 'First Access?' });

/** A published form. @returns its id and its version's */
const publish = async (purpose?: FormPurpose, questions: SurveyQuestion[] = [FIRST_ACCESS]) => {
  const title = `Form ${purpose ?? ''}`;
  const { body: form } = await head.post('/api/surveys').send({ title, purpose }).expect(201);
  const url = `/api/survey-versions/${form.versions[0].id}`;
  await head.put(url).send({ version: 1, title, intro: null, questions }).expect(200);
  await head.post(`${url}/publish`).send({ version: 2 }).expect(200);
  return { surveyId: form.id as string, versionId: form.versions[0].id as string };
};
const read = async (url: string, filter: object = {}) =>
  (await head.get(url).query(listQuery({ filter })).expect(200)).body;
const forSchool = async (id: string) =>
  (await head.get(`/api/surveys/for-school/${id}`).expect(200)).body;
const linkFor = (schoolId: string, purpose?: FormPurpose) =>
  head.post('/api/survey-links').send({ schoolId, purpose });
const tokenFor = async (schoolId: string, purpose?: FormPurpose): Promise<string> =>
  (await linkFor(schoolId, purpose).expect(201)).body.path.split('token=')[1];
const open = (token: string) => api.anonymous.post('/api/school-survey').send({ token });
const answer = (token: string, body: object) =>
  api.anonymous.post('/api/school-survey/answers').send({ token, ...body });
const log = async (schoolId: string, survey: object) => {
  const visit = await api.hub.visit(schoolId, { status: 'scheduled', scheduledOn: TODAY });
  const body = { visitedOn: TODAY, summary: 'Two choirs.', survey };
  const { body: logged } = await head
    .post(`/api/visits/${visit.id}/outcome`)
    .send(body)
    .expect(200);
  return logged as { id: string; version: number };
};

it('is Have Your Say where nobody says otherwise, and says its purpose', async () => {
  const say = await publish();
  const audit = await publish('audit');
  expect((await head.get(`/api/surveys/${say.surveyId}`)).body.purpose).toBe('have_your_say');
  expect((await head.get(`/api/survey-versions/${audit.versionId}`)).body.purpose).toBe('audit');
  const audits = await read('/api/surveys', { purpose: ['audit'] });
  expect(audits.map(({ id }: { id: string }) => id)).toEqual([audit.surveyId]);
  const { body } = await head.post('/api/surveys').send({ title: 'Quiz', purpose: 'quiz' });
  expect(body.errors).toEqual([
    { field: 'purpose', message: expect.stringContaining('The purpose is one of have_your_say,') },
  ]);
  const mixed = { title: 'Audit', purpose: 'audit', startFrom: 'have_your_say' };
  const refused = await head.post('/api/surveys').send(mixed).expect(422);
  expect(refused.body.errors[0].field).toBe('startFrom');
});

it('published as an audit leaves the survey asked at visits as it was', async () => {
  const school = await api.hub.school();
  const say = await publish();
  const audit = await publish('audit');
  expect((await forSchool(school.id)).version.id).toBe(say.versionId);
  const inUse = async (id: string) => (await head.get(`/api/surveys/${id}`)).body.inUse;
  expect([await inUse(say.surveyId), await inUse(audit.surveyId)]).toEqual([true, true]);
  const newer = await publish('audit');
  expect([await inUse(audit.surveyId), await inUse(newer.surveyId)]).toEqual([false, true]);
  expect(await inUse(say.surveyId)).toBe(true);
  // The next version of an audit is an audit.
  const next = await head.post(`/api/surveys/${newer.surveyId}/draft`).expect(201);
  expect(next.body.purpose).toBe('audit');
});

it('can be open at a school once for each purpose, and each link opens its own', async () => {
  const school = await api.hub.school();
  const schools = FORM_PURPOSES.filter((purpose) => purpose !== 'inclusion_self_assessment');
  const forms = new Map<FormPurpose, string>();
  for (const purpose of schools) forms.set(purpose, (await publish(purpose)).versionId);
  const tokens = new Map<FormPurpose, string>();
  for (const purpose of schools) tokens.set(purpose, await tokenFor(school.id, purpose));
  const links = await read('/api/survey-links', { schoolId: school.id });
  expect(links.map(({ state }: { state: string }) => state)).toEqual(schools.map(() => 'open'));
  for (const [purpose, token] of tokens) {
    const { body } = await open(token).expect(200);
    expect([purpose, body.versionId]).toEqual([purpose, forms.get(purpose)]);
  }
  // One a purpose: the next takes its place and no other's.
  const again = await tokenFor(school.id, 'audit');
  await open(tokens.get('audit') ?? '').expect(422);
  await open(again).expect(200);
  await open(tokens.get('have_your_say') ?? '').expect(200);
  // What is saved with one is not what another shows, and it takes no answers to another form.
  const change = { changes: { first_access: true } };
  await answer(again, { versionId: forms.get('audit'), ...change }).expect(200);
  expect((await open(again)).body.answers).toEqual({ first_access: true });
  const survey = tokens.get('have_your_say') ?? '';
  expect((await open(survey)).body).toMatchObject({ answers: {}, savedAt: null });
  const other = await answer(survey, { versionId: forms.get('audit'), ...change }).expect(422);
  expect(other.body.errors[0].field).toBe('versionId');
  const [saved] = await read('/api/survey-links', { schoolId: school.id, purpose: ['audit'] });
  expect(saved.savedAt).not.toBeNull();
  const hubs = await linkFor(school.id, 'inclusion_self_assessment').expect(422);
  expect(hubs.body.errors[0].field).toBe('purpose');
});

it('of a purpose that nothing is published of has no link', async () => {
  await api.dataSource.query('TRUNCATE surveys CASCADE');
  await publish();
  const { id } = await api.hub.school();
  const refused = await linkFor(id, 'first_access').expect(409);
  expect(refused.body.detail).toContain('No form “First Access check” is published yet');
  await linkFor(id).expect(201);
});

it('asks questions of its own: an answer in an audit is never known in Have Your Say', async () => {
  const school = await api.hub.school();
  await publish();
  const { versionId } = await publish('audit');
  const token = await tokenFor(school.id, 'audit');
  const audit = { versionId, changes: { first_access: true }, submit: true };
  await answer(token, audit).expect(200);
  expect(await forSchool(school.id)).toMatchObject({ known: {}, response: null });
  const [audited] = await read('/api/survey-responses', { schoolId: school.id });
  expect(audited).toMatchObject({ purpose: 'audit', answers: { first_access: true } });
  const { body: brief } = await head.get(`/api/schools/${school.id}/brief`).expect(200);
  expect(JSON.stringify(brief.survey)).not.toContain(audited.id);
  // Nobody is told that the survey of the visit was handed in.
  const mails = await api.dataSource.query(`SELECT 1 FROM mails WHERE dedupe_key = $1`, [
    `survey:${audited.id}`,
  ]);
  expect(mails).toEqual([]);
});

it('is answered once a visit and purpose, and only Have Your Say meets the target', async () => {
  const school = await api.hub.school();
  const say = await publish();
  const audit = await publish('audit');
  const counted = async () => {
    const { body } = await head.get('/api/progress').expect(200);
    return body.surveys.submitted as number;
  };
  const before = await counted();
  const own = await tokenFor(school.id, 'audit');
  const given = { versionId: audit.versionId, changes: { first_access: false }, submit: true };
  await answer(own, given).expect(200);
  const theirs = { versionId: audit.versionId, answers: { first_access: true } };
  const visit = await log(school.id, theirs);
  expect(await counted()).toBe(before);
  const listed = await read('/api/visits', { schoolId: school.id, surveySubmitted: true });
  expect(listed).toEqual([]);
  // The visitor's view of an audit stands beside the school's and does not take its place.
  const audits = await read('/api/survey-responses', { schoolId: school.id, purpose: ['audit'] });
  expect(audits).toHaveLength(2);
  for (const each of audits) expect(each.confirmedByVisitId).toBeNull();
  const correct = async (version: number, survey: object) => {
    const body = { version, reason: 'A slip', survey };
    return (await head.post(`/api/visits/${visit.id}/correct`).send(body).expect(200)).body;
  };
  const survey = { versionId: say.versionId, answers: { first_access: true } };
  const corrected = await correct(visit.version, survey);
  expect(await counted()).toBe(before + 1);
  await correct(corrected.version, { ...survey, answers: { first_access: false } });
  const atVisit = await read('/api/survey-responses', { visitId: visit.id });
  expect(
    atVisit.map(({ purpose, answers }: { purpose: string; answers: object }) => [purpose, answers]),
  ).toEqual(
    expect.arrayContaining([
      ['audit', { first_access: true }],
      ['have_your_say', { first_access: false }],
    ]),
  );
  expect(atVisit).toHaveLength(2);
});

it('is no part of what schools told us, nor of the figures by school', async () => {
  await api.dataSource.query('TRUNCATE surveys CASCADE');
  const barriers = newQuestion({
    ...{ key: 'barriers', type: 'several_choices', text: 'What is in the way?' },
    options: ['time', 'money'].map((key) => ({ key, label: key, alone: false })),
  });
  const { versionId } = await publish('audit', [barriers]);
  for (let each = 0; each < 6; each += 1) {
    const token = await tokenFor((await api.hub.school()).id, 'audit');
    await answer(token, { versionId, changes: { barriers: ['time'] }, submit: true }).expect(200);
  }
  const { body: summary } = await head.get('/api/survey-summary').expect(200);
  expect(summary).toMatchObject({ surveys: [], survey: null, questions: [] });
  const { body: needs } = await head.get('/api/school-needs').expect(200);
  expect([needs.answered.schools, needs.barriers]).toEqual([0, []]);
  const { body: columns } = await head.get('/api/report-columns').expect(200);
  expect(JSON.stringify(columns)).not.toContain('What is in the way?');
});

it('is made by whoever runs the hub', async () => {
  const regional = await api.as(await api.hub.user('regional'));
  await regional.post('/api/surveys').send({ title: 'Mine', purpose: 'audit' }).expect(403);
});

it('tells of a published plan in the survey of the visits alone', async () => {
  const published = newQuestion({ key: 'smdp_published', type: 'yes_no', text: 'Plan published?' });
  const told = async (purpose?: FormPurpose) => {
    const { versionId } = await publish(purpose, [published]);
    const school = await api.hub.school();
    const token = await tokenFor(school.id, purpose);
    await answer(token, { versionId, changes: { smdp_published: true }, submit: true }).expect(200);
    const plans = await read('/api/music-development-plans', { schoolId: school.id });
    return plans.map((plan: { knownFrom: string }) => plan.knownFrom);
  };
  expect(await told('audit')).toEqual([]);
  expect(await told()).toEqual(['told']);
});
