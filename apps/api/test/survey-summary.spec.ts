import type { QuestionSummary, SurveySummary, SurveyText } from '@tracker/contract';
import { newQuestion } from '@tracker/domain';
import { AnswersScene, ASKED } from './support/answers-scene';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let scene: AnswersScene;
let head: Agent;
let manager: Agent;
let teamNorth: Agent;
let north: string;
let south: string;
const responses: string[] = [];

const summary = async (query: object = {}): Promise<SurveySummary> =>
  (await manager.get('/api/survey-summary').query(query).expect(200)).body;
const question = ({ questions }: SurveySummary, key: string) =>
  questions.find((each) => each.key === key) as QuestionSummary;
const texts = (query: object) =>
  manager.get('/api/survey-texts').query({ questionKey: 'wish', ...query });

/** Six schools in the north and six in the south answer this year; five of them did last year. */
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  scene = new AnswersScene(api.dataSource);
  [north, south] = [(await api.hub.region()).id, (await api.hub.region()).id];
  head = await api.as(await api.hub.user('head'));
  manager = await api.as(await api.hub.user('manager'));
  teamNorth = await api.as(await api.hub.user('regional', [north]));
  const [choir, ...others] = ASKED;
  const before = [
    { ...choir!, type: 'rating' as const },
    ...others.filter(({ key }) => key !== 'useful'),
    newQuestion({ key: 'gone', type: 'short_text', text: 'What was it?' }),
  ];
  const last = await scene.version(before, { title: 'Say 2023', publishedAt: '2023-01-01Z' });
  const first = await scene.version(
    [...ASKED, newQuestion({ key: 'dropped', type: 'yes_no', text: 'Still there?' })],
    { title: 'Say 2024' },
  );
  const second = await scene.version(ASKED, {
    ...{ surveyId: first.surveyId, number: 2, title: 'Say 2024, again' },
    publishedAt: '2024-09-10Z',
  });
  for (let at = 0; at < 12; at += 1) {
    const school = await api.hub.school({ regionId: at < 6 ? north : south, name: `School ${at}` });
    responses.push(
      await scene.answered({
        ...{ schoolId: school.id, versionId: at === 0 ? first.versionId : second.versionId },
        answeredOn: `2024-10-${10 + at}`,
        answers: {
          ...{ choir: at < 8, sings: 'weekly', useful: 4, wish: `Wish ${at}` },
          ...(at < 3 && { lessons: at }),
          budget: at * 100,
          ...(at === 0 && { dropped: true }),
        },
      }),
    );
    if (at >= 5) continue;
    const answers = { choir: 4, sings: at < 2 ? 'weekly' : 'seldom', budget: 50 };
    const { versionId } = last;
    await scene.answered({ schoolId: school.id, versionId, answeredOn: '2023-11-01', answers });
  }
}, 60_000);
afterAll(() => api.stop());

it('sums up each kind of question, with its finding in words', async () => {
  const found = await summary();
  expect(found).toMatchObject({ academicYear: '2024-25', schools: 12, tooFew: false });
  expect(found.survey).toMatchObject({ title: 'Say 2024, again', schools: 12 });
  expect(question(found, 'choir')).toMatchObject({
    finding: '7 in 10 schools say yes',
    section: 'Singing',
    figures: { answers: 12, choices: [{ label: 'Yes', schools: 8, share: 0.667 }, { schools: 4 }] },
  });
  expect(question(found, 'budget').figures.spread).toEqual({
    ...{ lowest: 0, lowerQuartile: 275, median: 550, upperQuartile: 825, highest: 1100 },
  });
  expect(question(found, 'useful')).toMatchObject({
    finding: 'All 12 schools say 4 or 5 of 5 (5 is “Very”)',
    figures: { spread: { median: 4 } },
  });
  expect(question(found, 'wish').figures).toMatchObject({ answers: 12, choices: [], tags: [] });
  expect(found.questions.at(-1)).toMatchObject({ key: 'dropped', older: true });
});

it('sets another year beside it by the questions’ keys, of another survey too', async () => {
  const found = await summary({ compareWith: '2023-24' });
  expect(found.comparedWith).toMatchObject({ schools: 5, survey: { title: 'Say 2023' } });
  const sings = question(found, 'sings');
  expect(sings.figures.choices.map(({ schools }) => schools)).toEqual([12, 0]);
  expect(sings.compared?.choices.map(({ schools }) => schools)).toEqual([2, 3]);
  expect(question(found, 'choir')).toMatchObject({ compared: null, notCompared: 'another_kind' });
  expect(question(found, 'useful')).toMatchObject({ compared: null, notCompared: 'not_asked' });
  expect(question(found, 'lessons').compared).toMatchObject({ answers: 0, tooFew: true });
});

it('gives no more than their number of answers that are too few', async () => {
  const { figures, finding } = question(await summary(), 'lessons');
  expect(figures).toEqual({ answers: 3, tooFew: true, choices: [], spread: null, tags: [] });
  expect(finding).toBe('3 answers: too few to show');
  const dropped = question(await summary(), 'dropped');
  expect(dropped.figures).toMatchObject({ answers: 1, tooFew: true, choices: [] });
  expect(await summary({ academicYear: '2030-31' })).toMatchObject({ survey: null, questions: [] });
});

describe('what schools wrote', () => {
  it('is read page by page, the newest first', async () => {
    const first = await texts({ range: '[0,4]' }).expect(200);
    expect(first.headers['content-range']).toBe('survey-texts 0-4/12');
    const wishes = (first.body as SurveyText[]).map(({ text }) => text);
    expect(wishes).toEqual(['Wish 11', 'Wish 10', 'Wish 9', 'Wish 8', 'Wish 7']);
    const last = await texts({ range: '[10,14]', regionId: north }).expect(200);
    expect(last.headers['content-range']).toBe('survey-texts */6');
    const closed = await api.hub.school({ regionId: south, phase: 'Special' });
    expect(closed.phase).toBe('Special');
    const few = await texts({ phase: 'Special' }).expect(200);
    expect(few.body).toEqual([]);
  });

  it('gets labels from those who write for the school, and everybody counts them', async () => {
    const [mine, , , , , , theirs] = responses;
    const label = (agent: Agent, responseId: unknown, text = 'Instruments') =>
      agent.post('/api/tagged-answers').send({ responseId, questionKey: 'wish', label: text });
    const made = await label(teamNorth, mine).expect(201);
    const again = await label(head, mine, ' instruments ').expect(201);
    expect(again.body).toEqual(made.body);
    await label(teamNorth, theirs).expect(403);
    await label(manager, mine).expect(403);
    await label(head, theirs).expect(201);
    await label(head, theirs, 'Concerts').expect(201);
    const { body: list } = await manager.get('/api/answer-tags').expect(200);
    expect(list).toMatchObject([
      { label: 'Instruments', texts: 2 },
      { label: 'Concerts', texts: 1 },
    ]);
    const found = question(await summary(), 'wish');
    expect(found.figures.tags).toMatchObject([
      { label: 'Instruments', schools: 2 },
      { label: 'Concerts', schools: 1 },
    ]);
    expect(found.finding).toBe('12 schools wrote something, most often about “Instruments”');
    const { body } = await texts({ tagId: made.body.tagId }).expect(200);
    expect((body as SurveyText[]).map(({ text }) => text)).toEqual(['Wish 6', 'Wish 0']);

    await manager.delete(`/api/tagged-answers/${made.body.id}`).expect(403);
    const concerts = (body as SurveyText[])[0]?.tags.find((tag) => tag.label === 'Concerts');
    await head.delete(`/api/tagged-answers/${concerts?.id}`).expect(200);
    await head.delete(`/api/tagged-answers/${concerts?.id}`).expect(404);
    const left = await manager.get('/api/answer-tags');
    expect(left.body.map((tag: { label: string }) => tag.label)).toEqual(['Instruments']);
  });

  it('takes its labels with it when it is taken back', async () => {
    const [responseId] = responses;
    await api.dataSource.query(
      `DELETE FROM survey_answers WHERE response_id = $1 AND question_key = 'wish'`,
      [responseId],
    );
    const found = question(await summary(), 'wish').figures;
    expect(found).toMatchObject({ answers: 11, tags: [{ label: 'Instruments', schools: 1 }] });
  });
});

it('goes out as a file, a row for each figure, and the trail says so', async () => {
  const query = { compareWith: '2023-24' };
  const { text, headers } = await manager
    .get('/api/survey-summary/export')
    .query(query)
    .expect(200);
  expect(headers['content-disposition']).toContain('what-schools-told-us-2024-25.csv');
  const lines = text.split('\r\n');
  expect(lines[0]).toBe(
    '\ufeffSection,Question,Answer or measure,Schools or amount 2024-25,Per cent 2024-25,Answers 2024-25,Schools or amount 2023-24,Per cent 2023-24,Answers 2023-24,Note',
  );
  expect(lines).toContain('Singing,How often do you sing?,The weekly,12,100,12,2,40,5,');
  expect(lines).toContain('Money,What is the music budget?,Median,550,,12,50,,5,');
  expect(lines.filter((line) => line.includes('How many have lessons?'))).toEqual([
    'Singing,How many have lessons?,Answered,3,,3,0,,0,"3 answers, too few to show."',
  ]);
  const file = await manager.get('/api/survey-summary/export').query({ format: 'xlsx' });
  expect(file.headers['content-type']).toContain('spreadsheetml');
  const [entry] = await api.dataSource.query(
    `SELECT entity, record_id FROM audit_entries WHERE action = 'exported' ORDER BY id DESC LIMIT 1`,
  );
  expect(entry).toEqual({ entity: 'lists', record_id: 'what schools told us' });
});

it.each([
  ['survey-summary', { compareWith: '2024' }, '"2024" is not an academic year; write it 2024-25.'],
  ['survey-summary', { surveyId: 'x' }, 'The survey is the id of a survey.'],
  ['survey-summary/export', { format: 'pdf' }, 'Format is csv or xlsx.'],
  ['survey-texts', {}, 'Give the key of a question, for example hub_could_do.'],
  [
    'survey-texts',
    { questionKey: 'budget' },
    '“budget” is not a question of this survey that is answered in words.',
  ],
])('%s refuses %j with a sentence', async (path, query, sentence) => {
  const { body } = await manager.get(`/api/${path}`).query(query).expect(422);
  expect(body.detail).toContain(sentence);
});

it('knows no survey that is not on record', async () => {
  const surveyId = '4b6d8f0a-2c4e-4160-8a82-5c7e9fb1d3a1';
  await manager.get('/api/survey-summary').query({ surveyId }).expect(404);
  await texts({ surveyId }).expect(404);
  const { body } = await texts({ range: '[5,1]' }).expect(400);
  expect(body.detail).toContain('range is two whole numbers');
});
