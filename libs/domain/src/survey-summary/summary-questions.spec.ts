import { newQuestion, type SurveyOption } from '../survey';
import { type SummaryQuestion, summaryQuestions, whyNotCompared } from './summary-questions';

const option = (key: string, label = key): SurveyOption => ({ key, label, alone: false });
const sings = (...options: SurveyOption[]) =>
  newQuestion({ key: 'sings', type: 'one_choice', text: 'How often?', options });

describe('the questions of several versions', () => {
  const newest = {
    questions: [
      newQuestion({ key: 'choir', type: 'yes_no', text: 'A choir?', section: 'Singing' }),
      sings(option('weekly', 'Each week')),
    ],
  };
  const older = {
    questions: [
      { ...sings(option('weekly', 'Weekly'), option('never', 'Never')), section: 'Before' },
      newQuestion({ key: 'gone', type: 'rating', text: 'How well?' }),
    ],
  };

  it('are those of the newest, then those that older ones ask', () => {
    expect(
      summaryQuestions([newest, older]).map(({ key, section, older: old }) => [key, section, old]),
    ).toEqual([
      ['choir', 'Singing', false],
      ['sings', 'Singing', false],
      ['gone', 'Before', true],
    ]);
  });

  it('offer what any of them offers, in the newest words', () => {
    const [choir, singing, gone] = summaryQuestions([newest, older]);
    expect(choir?.options.map(({ label }) => label)).toEqual(['Yes', 'No']);
    expect(singing?.options.map(({ label }) => label)).toEqual(['Each week', 'Never']);
    expect(gone?.options.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5']);
  });
});

describe('two years of a question', () => {
  const of = (over: Partial<SummaryQuestion>): SummaryQuestion => ({
    ...{ key: 'a', type: 'number', text: '', section: null, unit: 'minutes' },
    ...{ low: null, high: null, options: [], older: false },
    ...over,
  });
  const scale = (...keys: string[]) =>
    of({ type: 'stage', options: keys.map((key) => option(key)) });
  it.each([
    [of({}), of({ text: 'Other words' }), null],
    [of({}), undefined, 'not_asked'],
    [of({}), of({ type: 'money' }), 'another_kind'],
    [of({}), of({ unit: 'hours' }), 'another_unit'],
    [scale('emerging', 'embedded'), scale('emerging', 'embedded'), null],
    [scale('emerging', 'embedded'), scale('emerging', 'established', 'embedded'), 'another_scale'],
    [scale('emerging', 'embedded'), scale('embedded', 'emerging'), 'another_scale'],
    [of({ type: 'short_text' }), of({ type: 'long_text' }), null],
  ])('compare when they are of one kind, unit and scale', (question, other, reason) =>
    expect(whyNotCompared(question, other)).toBe(reason),
  );
});
