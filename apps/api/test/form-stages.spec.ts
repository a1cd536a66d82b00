import type { QuestionSummary, SurveySummary } from '@tracker/contract';
import { newQuestion, type SurveyQuestion } from '@tracker/domain';
import { AnswersScene } from './support/answers-scene';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
let scene: AnswersScene;
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  head = await api.as(await api.hub.user('head'));
  scene = new AnswersScene(api.dataSource);
}, 30_000);
afterAll(() => api.stop());

const scale = (...labels: string[]) => ({
  ...newQuestion({ key: 'singing', type: 'stage', text: 'How far are you with singing?' }),
  options: labels.map((label) => ({ key: label.toLowerCase(), label, alone: false })),
});
const FAR = scale('Emerging', 'Established', 'Embedded');

const publish = async (questions: SurveyQuestion[]) => {
  const { body } = await head.post('/api/surveys').send({ title: 'Say' }).expect(201);
  const url = `/api/survey-versions/${body.versions[0].id}`;
  const input = { version: 1, title: 'Say', intro: null, questions };
  await head.put(url).send(input).expect(200);
  return head.post(`${url}/publish`).send({ version: 2 });
};

it('is published on a scale of two to six stages', async () => {
  const many = await publish([scale('A', 'B', 'C', 'D', 'E', 'F', 'G')]);
  expect([many.status, many.body.errors]).toEqual([
    422,
    [
      {
        field: 'questions.0.options',
        message: '“How far are you with singing?” has more than 6 stages.',
      },
    ],
  ]);
  expect((await publish([scale('Alone')])).status).toBe(422);
  expect((await publish([scale('No', 'Yes')])).status).toBe(200);
});

it('is answered through a link and at a visit, and refused out of its scale with its field named', async () => {
  const { id: versionId } = (await publish([FAR])).body;
  const school = await api.hub.school();
  const made = await head.post('/api/survey-links').send({ schoolId: school.id }).expect(201);
  const token = made.body.path.split('token=')[1];
  const save = (singing: unknown) =>
    api.anonymous
      .post('/api/school-survey/answers')
      .send({ token, versionId, changes: { singing }, submit: true });
  const wrong = await save('finished').expect(422);
  expect(wrong.body.errors).toEqual([
    {
      field: 'changes.singing',
      message:
        '“How far are you with singing?” is answered with one of “Emerging”, “Established”, “Embedded”.',
    },
  ]);
  await save('established').expect(200);
  const visit = await api.hub.visit(school.id, { status: 'scheduled', scheduledOn: '2024-11-20' });
  const log = (singing: unknown) =>
    head.post(`/api/visits/${visit.id}/outcome`).send({
      ...{ visitedOn: '2024-11-20', summary: 'Two choirs.' },
      survey: { versionId, answers: { singing } },
    });
  const refused = await log(2).expect(422);
  expect(refused.body.errors[0].field).toBe('survey.answers.singing');
  const known = await head.get(`/api/surveys/for-school/${school.id}`).expect(200);
  expect(known.body.known.singing.answer).toBe('established');
  await log('embedded').expect(200);
});

it('is counted by stage and never averaged; another scale is not set beside it', async () => {
  await api.dataSource.query('TRUNCATE surveys CASCADE');
  const last = await scene.version([scale('Emerging', 'Embedded')], {
    publishedAt: '2023-01-01Z',
  });
  const { versionId, surveyId } = await scene.version([FAR], {
    ...{ surveyId: last.surveyId, number: 2 },
  });
  const said = ['emerging', 'emerging', 'emerging', 'established', 'embedded', 'embedded'];
  for (const singing of said) {
    const { id: schoolId } = await api.hub.school();
    await scene.answered({ schoolId, versionId, answers: { singing } });
    await scene.answered({
      ...{ schoolId, versionId: last.versionId, answers: { singing: 'emerging' } },
      answeredOn: '2023-11-14',
    });
  }
  const query = { surveyId, compareWith: '2023-24' };
  const { body } = await head.get('/api/survey-summary').query(query).expect(200);
  const [question] = (body as SurveySummary).questions as [QuestionSummary];
  expect(question.figures).toMatchObject({ answers: 6, spread: null });
  expect(question.figures.choices.map(({ label, schools }) => [label, schools])).toEqual([
    ['Emerging', 3],
    ['Established', 1],
    ['Embedded', 2],
  ]);
  expect([question.compared, question.notCompared]).toEqual([null, 'another_scale']);
  const csv = await head.get('/api/survey-summary/export').query({ surveyId, format: 'csv' });
  expect(csv.text).toContain('Established');
  expect(csv.text).not.toMatch(/singing.*median/i);
});
