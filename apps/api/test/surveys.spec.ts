import type { SurveyLinkMade, SurveyVersion } from '@tracker/contract';
import { newQuestion } from '@tracker/domain';
import type { SchoolEntity } from '@tracker/data';
import { QUESTIONS, SurveyScene } from './support/survey-scene';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2024-11-20';
let api: TestApi;
let head: Agent;
let scene: SurveyScene;
beforeAll(async () => {
  api = await startTestApi(TODAY);
  head = await api.as(await api.hub.user('head'));
  scene = new SurveyScene(api.dataSource);
}, 30_000);
afterAll(() => api.stop());

const draftOf = async (questions: object[] = QUESTIONS) => {
  const { body: survey } = await head.post('/api/surveys').send({ title: 'Say' }).expect(201);
  const url = `/api/survey-versions/${survey.versions[0].id}`;
  const input = { version: 1, title: 'Say', intro: 'Hello', questions };
  const answer = await head.put(url).send(input);
  return { survey, url, answer };
};
const publish = async (questions = QUESTIONS) => {
  const { survey, url } = await draftOf(questions);
  const answer = await head.post(`${url}/publish`).send({ version: 2 }).expect(200);
  return { survey, url, version: answer.body as SurveyVersion };
};
const sentences = (answer: { body: { errors?: { field: string; message: string }[] } }) =>
  Object.fromEntries((answer.body.errors ?? []).map(({ field, message }) => [field, message]));

describe('a survey', () => {
  it('is drafted, published, and then never changes', async () => {
    const { survey, url, version } = await publish();
    expect(version).toMatchObject({ number: 1, intro: 'Hello', questions: QUESTIONS, version: 3 });
    const body = { version: 3, title: 'Other', intro: null, questions: [] };
    const change = await head.put(url).send(body).expect(409);
    expect(change.body.detail).toBe(
      'A published version never changes. Make a new version of the survey instead.',
    );
    await head.delete(url).expect(409);
    await head.post(`${url}/publish`).send({ version: 3 }).expect(409);
    const byHand = api.dataSource.query(`UPDATE survey_versions SET title = 'x' WHERE id = $1`, [
      version.id,
    ]);
    await expect(byHand).rejects.toThrow('A published version of a survey never changes.');
    const { body: found } = await head.get(`/api/surveys/${survey.id}`);
    expect(found).toMatchObject({ title: 'Say', inUse: true, responses: 0 });
  });

  it('gets a next version from the last, with its keys; the last stays as it is', async () => {
    const { survey, version } = await publish();
    const next = await head.post(`/api/surveys/${survey.id}/draft`).expect(201);
    expect(next.body).toMatchObject({ number: 2, questions: QUESTIONS, publishedAt: null });
    const twice = await head.post(`/api/surveys/${survey.id}/draft`).expect(409);
    expect(twice.body.detail).toContain('has a draft already');
    const url = `/api/survey-versions/${next.body.id}`;
    const [choir, ...others] = QUESTIONS;
    const wish = newQuestion({ key: 'choir', type: 'short_text', text: 'Name the choir' });
    const input = { version: 1, title: 'Say 2', intro: null, questions: [wish] };
    await head.put(url).send(input).expect(200);
    const refused = await head.post(`${url}/publish`).send({ version: 2 }).expect(422);
    expect(sentences(refused)['questions.0.type']).toBe(
      '“Name the choir” was asked as “Yes or no” before; ask it as a new question, or the years cannot be compared.',
    );
    const reworded = [{ ...choir, text: 'Do you have a choir?' }, ...others];
    await head
      .put(url)
      .send({ ...input, version: 2, questions: reworded })
      .expect(200);
    await head.post(`${url}/publish`).send({ version: 3 }).expect(200);
    const old = await head.get(`/api/survey-versions/${version.id}`);
    expect(old.body.questions).toEqual(QUESTIONS);
    const school = await api.hub.school();
    const asked = await head.get(`/api/surveys/for-school/${school.id}`).expect(200);
    expect(asked.body.version).toMatchObject({ id: next.body.id, number: 2 });
  });

  it('that is a draft can be discarded, and saved by one person at a time', async () => {
    const { survey, url } = await draftOf();
    const stale = { version: 1, title: 'Mine', intro: null, questions: [] };
    const answer = await head.put(url).send(stale).expect(409);
    expect(answer.body.current).toMatchObject({ version: 2, intro: 'Hello' });
    await head.delete(url).expect(200);
    await head.get(`/api/surveys/${survey.id}`).expect(404);
  });

  it('is refused with a sentence when it cannot be asked', async () => {
    const question = { ...QUESTIONS[0], type: 'colour', options: 'none' };
    const { answer } = await draftOf([question]);
    expect(answer.status).toBe(422);
    expect(sentences(answer)).toEqual({
      'questions.0.type': expect.stringContaining('The type is yes_no'),
      'questions.0.options': 'Choices are a list.',
    });
    const { url } = await draftOf([]);
    const empty = await head.post(`${url}/publish`).send({ version: 2 }).expect(422);
    expect(empty.body.detail).toBe('The survey has no question yet.');
    const loose = await draftOf([{ ...QUESTIONS[1] }]);
    const refused = await head.post(`${loose.url}/publish`).send({ version: 2 }).expect(422);
    expect(sentences(refused)['questions.0.showWhen']).toBe(
      '“How often does it meet?” is shown by the answer to a question that is not in this survey.',
    );
  });

  it('starts from the Have Your Say questions when asked to', async () => {
    const input = { title: 'Have Your Say 2024-25', startFrom: 'have_your_say' };
    const { body } = await head.post('/api/surveys').send(input).expect(201);
    expect(body.versions[0].questionCount).toBeGreaterThan(30);
    const at = `/api/survey-versions/${body.versions[0].id}/publish`;
    await head.post(at).send({ version: 1 }).expect(200);
  });
});

describe('a school with a link', () => {
  const tokenOf = ({ path }: SurveyLinkMade) => (path ?? '').split('token=')[1] ?? '';
  const prepare = async () => {
    const { version } = await publish();
    const school = await api.hub.school({ name: 'Mill Lane School' });
    const made = await head.post('/api/survey-links').send({ schoolId: school.id }).expect(201);
    const token = tokenOf(made.body);
    const save = (body: object) =>
      api.anonymous
        .post('/api/school-survey/answers')
        .send({ token, versionId: version.id, ...body });
    return { version, school, link: made.body as SurveyLinkMade, token, save };
  };
  const open = (token: string) => api.anonymous.post('/api/school-survey').send({ token });

  it('names the hub, and whoever made the link until the hub names an address', async () => {
    const { token } = await prepare();
    const hub = async () => (await open(token).expect(200)).body.hub;
    const settings = { hubName: 'Westshire Music Hub', visitMinutes: 60 };
    await head.put('/api/mail-settings').send(settings).expect(200);
    const { name, email } = (await head.get('/api/auth/me').expect(200)).body;
    expect(await hub()).toEqual({
      ...{ name: 'Westshire Music Hub', contactName: name, contactEmail: email },
      privacyUrl: null,
    });
    const own = { contactEmail: 'office@hub.example', privacyUrl: 'https://hub.example/privacy' };
    await head.put('/api/mail-settings').send({ ...settings, ...own });
    expect(await hub()).toEqual({ name: 'Westshire Music Hub', contactName: null, ...own });
  });

  it('answers bit by bit, hands in, and is thanked', async () => {
    const { school, token, save, version, link } = await prepare();
    expect(link).toMatchObject({ state: 'open', expiresOn: '2025-01-01', savedAt: null });
    expect((await open(token).expect(200)).body).toMatchObject({
      schoolName: 'Mill Lane School',
      questions: QUESTIONS,
      answers: {},
      savedAt: null,
    });
    await save({ changes: { choir: true, choir_meets: 'weekly' } }).expect(200);
    await save({ changes: { budget: 500, wish: 'Concerts' }, filledInBy: 'Jo Marsh' }).expect(200);
    await save({ changes: { wish: null } }).expect(200);
    const saved = { choir: true, choir_meets: 'weekly', budget: 500 };
    expect((await open(token)).body).toMatchObject({ answers: saved, filledInBy: 'Jo Marsh' });
    const nobody = await head.get(`/api/surveys/for-school/${school.id}`);
    expect(nobody.body).toMatchObject({ known: {}, response: null });

    const sent = await save({ changes: { choir: false }, submit: true }).expect(200);
    expect(sent.body).toMatchObject({ questions: [], answers: {} });
    expect(sent.body.submittedAt).toBeTruthy();
    const again = await save({ changes: { choir: true } }).expect(409);
    expect(again.body.detail).toContain('have been sent already');
    expect((await open(token).expect(200)).body.questions).toEqual([]);

    const asked = (await head.get(`/api/surveys/for-school/${school.id}`)).body;
    // What was hidden when it was handed in is not recorded.
    expect(asked.response).toMatchObject({
      source: 'school',
      answers: { choir: false, budget: 500 },
      filledInBy: 'Jo Marsh',
      versionId: version.id,
    });
    expect(asked.known.budget).toMatchObject({ answer: 500, on: TODAY, source: 'school' });
    const links = await head
      .get('/api/survey-links')
      .query(listQuery({ filter: { schoolId: school.id } }));
    expect(links.body).toMatchObject([{ state: 'sent', responseId: asked.response.id }]);
    await head.delete(`/api/survey-links/${link.id}`).expect(409);
  });

  it('tells whoever goes there, or the lead of the region, once it has sent its answers', async () => {
    const [goes, leads] = [
      await api.hub.user('regional', [], 'Ash Rook'),
      await api.hub.user('regional', [], 'Kit Lowe'),
    ];
    const mailsTo = async (userId: string) =>
      (
        await api.dataSource.query(
          `SELECT subject, body FROM mails WHERE kind = 'survey_sent' AND user_id = $1`,
          [userId],
        )
      ).map(({ subject, body }: { subject: string; body: string }) => `${subject}\n${body}`);
    const planned = await prepare();
    const at = { status: 'confirmed', scheduledOn: '2024-12-03', startTime: '09:30' } as const;
    await api.hub.visit(planned.school.id, { ...at, visitorId: goes.id });
    const answers = { changes: { choir: false }, filledInBy: 'Jo Marsh' };
    await planned.save(answers).expect(200);
    expect(await mailsTo(goes.id)).toEqual([]);
    await planned.save({ ...answers, submit: true }).expect(200);
    await planned.save({ ...answers, submit: true }).expect(409);
    const [told, more] = await mailsTo(goes.id);
    expect(more).toBeUndefined();
    expect(told).toContain(`${planned.school.name} has answered the survey`);
    expect(told).toContain('Filled in by: Jo Marsh\nNext visit: Tue 3 Dec 2024 at 09:30');
    const idle = await prepare();
    const region = await api.hub.region();
    await api.dataSource.query('UPDATE regions SET lead_user_id = $1 WHERE id = $2', [
      ...[leads.id, region.id],
    ]);
    await api.dataSource.query('UPDATE schools SET region_id = $1 WHERE id = $2', [
      ...[region.id, idle.school.id],
    ]);
    await idle.save({ changes: { choir: true }, submit: true }).expect(200);
    expect(await mailsTo(leads.id)).toEqual([
      expect.stringContaining('Next visit: none is planned'),
    ]);
  });

  it('is told by the text of the question what is wrong, and keeps what was right', async () => {
    const { save, token } = await prepare();
    const wrong = await save({ changes: { choir: 'yes', budget: -1, gone: 1 } }).expect(422);
    expect(sentences(wrong)).toEqual({
      'changes.choir': '“Is there a choir?” is answered with yes or no.',
      'changes.budget': '“What is the budget?” is at least £0.',
      'changes.gone': 'There is no question “gone” in this survey.',
    });
    const long = await save({ changes: { wish: 'x'.repeat(5001) } }).expect(422);
    expect(sentences(long)['changes.wish']).toContain('takes at most 5,000 characters');
    const missing = await save({ changes: { budget: 5 }, submit: true }).expect(422);
    expect(sentences(missing)).toEqual({ 'changes.choir': 'Please answer “Is there a choir?”.' });
    expect((await open(token)).body).toMatchObject({ answers: {}, submittedAt: null });
  });

  it('goes on with its version when a newer one is published meanwhile', async () => {
    const { version, save, token } = await prepare();
    const { version: newer } = await publish([QUESTIONS[0] as never]);
    // Nothing is saved yet, so the page on the screen decides.
    await save({ changes: { wish: 'More' } }).expect(200);
    expect((await open(token)).body).toMatchObject({ versionId: version.id });
    const mixed = await save({ versionId: newer.id, changes: { choir: true } }).expect(409);
    expect(mixed.body.detail).toContain('another version of the questions');
    await save({ changes: { choir: true }, submit: true }).expect(200);
  });

  it('cannot use one that is guessed, withdrawn or over, and loses nothing', async () => {
    const { school, link, token, save } = await prepare();
    await save({ changes: { wish: 'Kept' } }).expect(200);
    const guessed = await open('guessed').expect(422);
    expect(guessed.body.detail).toContain('This link does not work.');
    expect((await head.delete(`/api/survey-links/${link.id}`).expect(200)).body.state).toBe(
      'revoked',
    );
    const withdrawn = await open(token).expect(422);
    expect(withdrawn.body.detail).toContain('This link has been withdrawn.');
    await save({ changes: { wish: 'Late' } }).expect(422);
    const over = await scene.link(school.id, '2024-11-19');
    const expired = await open(over.token).expect(422);
    expect(expired.body.detail).toContain('This link worked until Tue 19 Nov 2024.');
    const next = await head.post('/api/survey-links').send({ schoolId: school.id }).expect(201);
    const { body } = await open(tokenOf(next.body)).expect(200);
    expect(body.answers).toEqual({ wish: 'Kept' });
    // The newer one takes the place of those before.
    await open(over.token).expect(422);
  });

  it('opens that school only, and its token is kept nowhere', async () => {
    const { token, save, school } = await prepare();
    const other = await prepare();
    await save({ changes: { wish: 'Ours' } }).expect(200);
    expect((await open(other.token)).body.answers).toEqual({});
    const [{ count }] = await api.dataSource.query(
      `SELECT count(*)::int FROM audit_entries WHERE changes::text LIKE '%' || $1 || '%'`,
      [token],
    );
    expect(count).toBe(0);
    const key = '3b241101-e2bb-4255-8caf-4136c566a962';
    const make = () =>
      head.post('/api/survey-links').set('Idempotency-Key', key).send({ schoolId: school.id });
    expect((await make().expect(201)).body.path).toContain('token=');
    expect((await make().expect(201)).body.path).toBeNull();
  });

  it('is made for schools of one’s own region, until a day that makes sense', async () => {
    await publish();
    const region = await api.hub.region();
    const regional = await api.as(await api.hub.user('regional', [region.id]));
    const own = await api.hub.school({ regionId: region.id });
    const foreign = await api.hub.school();
    const make = (body: object) => regional.post('/api/survey-links').send(body);
    await make({ schoolId: own.id, expiresOn: '2024-11-20' }).expect(201);
    await make({ schoolId: foreign.id }).expect(403);
    const past = await make({ schoolId: own.id, expiresOn: '2024-11-19' }).expect(422);
    expect(past.body.detail).toContain('The last day cannot be before today');
    await make({ schoolId: own.id, expiresOn: '2025-11-21' }).expect(422);
    await regional.post('/api/surveys').send({ title: 'Mine' }).expect(403);
  });

  it('waits longer each time when it is guessed', async () => {
    const other = await startTestApi(TODAY);
    const guess = () => other.anonymous.post('/api/school-survey').send({ token: 'guess' });
    for (let tries = 0; tries < 31; tries += 1) await guess().expect(422);
    const refused = await guess().expect(429);
    expect(refused.headers['retry-after']).toBeTruthy();
    // Signing in is another door.
    await other.as(await other.hub.user('head'));
    await other.stop();
  }, 60_000);
});

describe('the survey of a visit', () => {
  const log = async (school: SchoolEntity, survey: object, visitedOn = TODAY) => {
    const visit = await api.hub.visit(school.id, { status: 'scheduled', scheduledOn: TODAY });
    const body = { visitedOn, summary: 'Two choirs.', survey };
    return { visit, answer: await head.post(`/api/visits/${visit.id}/outcome`).send(body) };
  };
  const responsesOf = async (filter: object) =>
    (await head.get('/api/survey-responses').query(listQuery({ filter }))).body;

  it('is written down with it, counts as submitted and is known next time', async () => {
    const { version } = await publish();
    const school = await api.hub.school({ name: 'Old School' });
    const answers = { choir: true, choir_meets: 'weekly', budget: 1250, wish: null };
    const { visit, answer } = await log(school, { versionId: version.id, answers });
    expect([answer.status, answer.body]).toEqual([200, answer.body]);
    const [response] = await responsesOf({ visitId: visit.id, submitted: true });
    expect(response).toMatchObject({
      source: 'visit',
      answers: { choir: true, choir_meets: 'weekly', budget: 1250 },
      answeredOn: TODAY,
      academicYear: '2024-25',
      phases: ['primary'],
    });
    const rows = await api.dataSource.query(
      `SELECT question_key, value FROM survey_answers WHERE response_id = $1 ORDER BY 1`,
      [response.id],
    );
    expect(rows).toEqual([
      { question_key: 'budget', value: 1250 },
      { question_key: 'choir', value: true },
      { question_key: 'choir_meets', value: 'weekly' },
    ]);
    const heir = await api.hub.school();
    await api.dataSource.query(`UPDATE schools SET status = 'closed' WHERE id = $1`, [school.id]);
    await api.hub.succession(school, heir);
    const asked = (await head.get(`/api/surveys/for-school/${heir.id}`)).body;
    expect(asked.known.budget).toMatchObject({
      answer: 1250,
      on: TODAY,
      source: 'visit',
      schoolName: 'Old School',
      responseId: response.id,
    });
    expect(await responsesOf({ schoolId: heir.id, withPredecessors: true })).toHaveLength(1);
  });

  it('confirms what the school had sent in by itself', async () => {
    const { version } = await publish();
    const school = await api.hub.school();
    const own = await scene.response(school.id, '2024-11-14');
    const before = (await head.get(`/api/surveys/for-school/${school.id}`)).body;
    expect(before.response.id).toBe(own);
    const answers = { choir: true, choir_meets: 'seldom' };
    const { visit, answer } = await log(school, { versionId: version.id, answers });
    expect(answer.status).toBe(200);
    const after = (await head.get(`/api/surveys/for-school/${school.id}`)).body;
    expect(after.response).toBeNull();
    expect(after.known.choir_meets).toMatchObject({ answer: 'seldom', source: 'visit' });
    const confirmed = (await head.get(`/api/survey-responses/${own}`)).body;
    expect(confirmed).toMatchObject({
      confirmedByVisitId: visit.id,
      answers: { choir_meets: 'weekly' },
    });
  });

  it('is taken in an older version, though a newer one is published', async () => {
    const { version } = await publish();
    await publish([QUESTIONS[0] as never]);
    const school = await api.hub.school();
    const answers = { choir: false, wish: 'Concerts' };
    const { visit, answer } = await log(school, { versionId: version.id, answers });
    expect(answer.status).toBe(200);
    expect(await responsesOf({ visitId: visit.id })).toMatchObject([
      { versionId: version.id, answers },
    ]);
  });

  it('refuses what cannot be, question by question, and the visit stays as it was', async () => {
    const { version } = await publish();
    const school = await api.hub.school();
    const wrong = { choir_meets: 'daily', budget: '500', gone: true, choir: true };
    const { visit, answer } = await log(school, { versionId: version.id, answers: wrong });
    expect(answer.status).toBe(422);
    expect(sentences(answer)).toEqual({
      'survey.answers.choir_meets':
        '“How often does it meet?” is answered with one of its choices.',
      'survey.answers.budget':
        '“What is the budget?” is answered with an amount in pounds, such as 1,250.',
      'survey.answers.gone': 'There is no question “gone” in this survey.',
    });
    expect((await head.get(`/api/visits/${visit.id}`)).body.status).toBe('scheduled');
    const missing = await log(school, { versionId: version.id, answers: {} });
    expect(sentences(missing.answer)['survey.answers.choir']).toBe(
      'Please answer “Is there a choir?”.',
    );
    const draft = await scene.survey(false);
    const { answer: early } = await log(school, { versionId: draft.versionId, answers: {} });
    expect(sentences(early)['survey.versionId']).toContain('is still a draft');
    const { answer: none } = await log(school, { versionId: school.id, answers: {} });
    expect(sentences(none)['survey.versionId']).toBe(
      'This version of the survey is not on record.',
    );
    const { answer: odd } = await log(school, { versionId: version.id, answers: ['choir'] });
    expect(odd.status).toBe(422);
  });

  it('is put right by a correction of the visit, answers and day', async () => {
    const { version } = await publish();
    const school = await api.hub.school();
    const { visit, answer } = await log(school, {
      versionId: version.id,
      answers: { choir: true, budget: 5 },
    });
    const correct = (body: object) => head.post(`/api/visits/${visit.id}/correct`).send(body);
    const reason = 'A slip';
    const moved = { version: answer.body.version, reason, visitedOn: '2024-11-19' };
    const { body } = await correct(moved).expect(200);
    const survey = { versionId: version.id, answers: { choir: false, budget: 50 } };
    await correct({ version: body.version, reason, survey }).expect(200);
    expect(await responsesOf({ visitId: visit.id })).toMatchObject([
      { answeredOn: '2024-11-19', answers: { choir: false, budget: 50 } },
    ]);
    const history = await head
      .get('/api/history')
      .query(listQuery({ filter: { schoolId: school.id } }))
      .expect(200);
    const told: string[] = history.body.map(({ sentence }: { sentence: string }) => sentence);
    expect(told).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^Answer to a survey “Is there a choir\?”: Answer changed from Yes to No, by /,
        ),
        expect.stringMatching(/^Answer to a survey “What is the budget\?” added, by /),
      ]),
    );
  });

  it('that is not complete is kept without counting', async () => {
    const { version } = await publish();
    const school = await api.hub.school();
    const survey = { versionId: version.id, answers: { wish: 'More' }, submitted: false };
    const { visit, answer } = await log(school, survey);
    expect(answer.status).toBe(200);
    expect(await responsesOf({ visitId: visit.id, submitted: true })).toEqual([]);
    expect(await responsesOf({ visitId: visit.id })).toMatchObject([
      { submittedAt: null, answers: { wish: 'More' } },
    ]);
  });
});
