import type { QuestionFigures } from './figures';
import { type AnsweredYear, summarised } from './summary';
import type { SummaryQuestion } from './summary-questions';

const question = (key: string, over: Partial<SummaryQuestion> = {}): SummaryQuestion => ({
  ...{ key, type: 'yes_no', text: `${key}?`, section: null, unit: null, low: null, high: null },
  options: [
    { key: 'true', label: 'Yes', alone: false },
    { key: 'false', label: 'No', alone: false },
  ],
  older: false,
  ...over,
});

/** So many of ten schools said yes. */
const saidYes = (schools: number): QuestionFigures => ({
  ...{ answers: 10, tooFew: false, spread: null, tags: [] },
  choices: [
    { key: 'true', label: 'Yes', schools, share: schools / 10 },
    { key: 'false', label: 'No', schools: 10 - schools, share: 1 - schools / 10 },
  ],
});

const survey = { surveyId: 'hys', title: 'Have Your Say', schools: 10 };
const year = (
  academicYear: string,
  questions: AnsweredYear['questions'],
  over: Partial<AnsweredYear> = {},
): AnsweredYear => ({
  ...{ academicYear, surveys: [survey], survey, schools: 10, tooFew: false, questions },
  ...over,
});

const now = year('2024-25', [
  { question: question('choir'), figures: saidYes(7) },
  { question: question('band', { type: 'number', unit: 'pupils' }), figures: saidYes(1) },
  { question: question('plan'), figures: saidYes(3) },
]);

describe('a year on its own', () => {
  it('has each question in the order of the survey, its finding beside its figures', () => {
    const { questions, ...rest } = summarised(now, null);
    expect(rest).toEqual({
      ...{ academicYear: '2024-25', surveys: [survey], survey, schools: 10, tooFew: false },
      comparedWith: null,
    });
    expect(questions.map(({ key }) => key)).toEqual(['choir', 'band', 'plan']);
    expect(questions[0]).toEqual({
      ...{ key: 'choir', type: 'yes_no', text: 'choir?', section: null, unit: null },
      ...{ low: null, high: null, older: false },
      ...{ finding: '7 in 10 schools say yes', figures: saidYes(7) },
      ...{ compared: null, notCompared: null },
    });
  });

  it('with no answer has no question', () => {
    const empty = year('2023-24', [], { surveys: [], survey: null, schools: 0, tooFew: true });
    expect(summarised(empty, null)).toEqual({ ...empty, comparedWith: null });
  });
});

describe('a year beside another', () => {
  const before = year(
    '2023-24',
    [
      // Another order, and a question that is no longer asked.
      { question: question('gone'), figures: saidYes(5) },
      { question: question('band', { type: 'number', unit: 'percent' }), figures: saidYes(2) },
      { question: question('choir'), figures: saidYes(4) },
    ],
    { schools: 8 },
  );
  const both = summarised(now, before);

  it('sets the figures of a question beside those of the same key', () => {
    expect(both.questions.map((each) => [each.key, each.compared, each.notCompared])).toEqual([
      ['choir', saidYes(4), null],
      ['band', null, 'another_unit'],
      ['plan', null, 'not_asked'],
    ]);
    expect(both.questions[0]?.figures).toEqual(saidYes(7));
  });

  it('says of the other year what was answered, without its questions', () => {
    expect(both.comparedWith).toEqual({
      ...{ academicYear: '2023-24', surveys: [survey], survey, schools: 8, tooFew: false },
    });
    expect([both.academicYear, both.schools]).toEqual(['2024-25', 10]);
  });
});
