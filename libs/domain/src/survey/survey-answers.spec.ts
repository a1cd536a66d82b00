import fc from 'fast-check';
import {
  answerFault,
  answerInWords,
  answersToKeep,
  isAnswered,
  newQuestion,
  phasesOfSchool,
  QUESTION_PHASES,
  QUESTION_TYPES,
  type QuestionType,
  readTypedNumber,
  type SurveyQuestion,
  tellsOf,
  validateAnswers,
  visibleQuestions,
} from '.';

const option = (key: string, label: string, alone = false) => ({ key, label, alone });
const question = (type: QuestionType, over: Partial<SurveyQuestion> = {}) =>
  newQuestion({
    key: type,
    type,
    text: `Asked as ${type}?`,
    options:
      type === 'one_choice' || type === 'several_choices' || type === 'stage'
        ? [option('choir', 'Choir'), option('band', 'Band'), option('none', 'None', true)]
        : [],
    ...over,
  });

describe('an answer', () => {
  it.each<[QuestionType, unknown, string | null, Partial<SurveyQuestion>?]>([
    ['yes_no', true, null],
    ['yes_no', false, null],
    ['yes_no', 'yes', 'is answered with yes or no'],
    ['one_choice', 'choir', null],
    ['one_choice', 'harp', 'is answered with one of its choices'],
    ['one_choice', ['choir'], 'is answered with one of its choices'],
    ['several_choices', ['choir', 'band'], null],
    ['several_choices', ['none'], null],
    ['several_choices', 'choir', 'is answered with some of its choices'],
    ['several_choices', ['choir', 3], 'is answered with some of its choices'],
    [
      'several_choices',
      ['choir', 'none'],
      'is answered with “None” or with other choices, not with both',
    ],
    ['number', 0, null],
    ['number', 30.5, 'is answered with a whole number'],
    ['number', 30.5, null, { decimals: 1 }],
    ['number', 30.55, 'has at most one digit after the point', { decimals: 1 }],
    ['number', -1, 'is at least 0'],
    ['number', 601, 'is at most 600', { max: 600 }],
    ['number', 'a lot', 'is answered with a number, such as 30'],
    ['number', Infinity, 'is answered with a number, such as 30'],
    ['number', 10_000_000, 'is at most 9,999,999'],
    ['money', 1250, null],
    ['money', 12.5, 'is answered in whole pounds'],
    ['money', 12.5, null, { decimals: 2 }],
    ['money', 12.345, 'has at most two digits of pence', { decimals: 2 }],
    ['money', 20_000, 'is at most £10,000', { max: 10_000 }],
    ['money', '£5', 'is answered with an amount in pounds, such as 1,250'],
    ['rating', 1, null],
    ['rating', 5, null],
    ['rating', 6, 'is answered with a whole number from 1 to 5'],
    ['rating', 2.5, 'is answered with a whole number from 1 to 5'],
    ['short_text', 'Jo', null],
    ['short_text', 'x'.repeat(300), null],
    ['short_text', 'x'.repeat(301), 'takes at most 300 characters; these are 301'],
    ['long_text', 'x'.repeat(5001), 'takes at most 5,000 characters; these are 5,001'],
    ['short_text', 5, 'is answered with a text'],
    ['short_text', 'a\0b', 'has a character in its answer that cannot be stored'],
    ['long_text', '\ud800', 'has a character in its answer that cannot be stored'],
    ['long_text', 'A 🎺 and a 🎻', null],
  ])('to %s of %j: %s', (type, value, fault, over = {}) => {
    expect(answerFault(question(type, over), value)).toBe(fault);
  });

  it.each([
    [true, true],
    [false, true],
    [0, true],
    ['', false],
    ['  ', false],
    [[], false],
    [null, false],
    [undefined, false],
  ])('%j is one: %s', (value, answered) => expect(isAnswered(value)).toBe(answered));

  it.each<[QuestionType, boolean | number | string | string[], string, Partial<SurveyQuestion>?]>([
    ['yes_no', true, 'Yes'],
    ['yes_no', false, 'No'],
    ['one_choice', 'band', 'Band'],
    ['several_choices', ['choir', 'band'], 'Choir, Band'],
    ['one_choice', 'harp', 'harp'],
    ['number', 1200, '1,200 minutes a week', { unit: 'minutes a week' }],
    ['number', 1, '1 minute a week', { unit: 'minutes a week' }],
    ['number', 1, '1 class', { unit: 'classes' }],
    ['number', 1, '1 pupil', { unit: 'pupils' }],
    ['money', 1250, '£1,250'],
    ['money', 12.5, '£12.50', { decimals: 2 }],
    ['money', -5, '-£5', { min: -10 }],
    ['rating', 4, '4 of 5'],
    ['short_text', 'Jo Marsh', 'Jo Marsh'],
  ])('to %s of %j reads %s', (type, answer, words, over = {}) => {
    expect(answerInWords(question(type, over), answer)).toBe(words);
  });

  it.each([
    ['1,250', 1250],
    [' £ 1 250 ', 1250],
    ['12.50', 12.5],
    ['.5', 0.5],
    ['-3', -3],
    ['0', 0],
    ['', undefined],
    ['about 30', 'about 30'],
    ['1e3', '1e3'],
  ])('typed as %j is read as %j', (typed, value) => expect(readTypedNumber(typed)).toBe(value));
});

describe('the school', () => {
  it.each([
    ['Primary', 'Community school', ['primary']],
    ['Middle deemed secondary', 'Academy converter', ['primary', 'secondary']],
    ['All-through', 'Free schools', ['primary', 'secondary']],
    ['16 plus', 'Further education', ['sixteen_plus']],
    ['Not applicable', 'Pupil referral unit', ['special']],
    ['Secondary', 'Community special school', ['special']],
    ['Not applicable', 'Community school', []],
    ['constructor', 'Community school', []],
    [null, 'Community school', []],
    ['Primary', null, ['primary']],
  ])('of phase %s and type %s is asked as %j', (phase, establishmentType, phases) => {
    expect(phasesOfSchool({ phase, establishmentType })).toEqual(phases);
  });
});

const first = question('yes_no', { key: 'first_access', text: 'First Access?', required: true });
const instruments = question('several_choices', {
  key: 'instruments',
  text: 'Which instruments?',
  required: true,
  showWhen: { question: 'first_access', anyOf: [true] },
});
const band = question('number', {
  key: 'band_size',
  text: 'How big is the band?',
  showWhen: { question: 'instruments', anyOf: ['band'] },
});
const budget = question('money', {
  key: 'budget',
  text: 'What is the budget?',
  phases: ['primary'],
});
const version = { questions: [first, instruments, band, budget] };
const keysOf = (answers: Record<string, unknown>, phases = ['primary'] as const) =>
  visibleQuestions(version, answers, [...phases]).map(({ key }) => key);

describe('a question shows', () => {
  it('when an earlier one that shows is answered so, and for its phases', () => {
    expect(keysOf({})).toEqual(['first_access', 'budget']);
    expect(keysOf({ first_access: false })).toEqual(['first_access', 'budget']);
    expect(keysOf({ first_access: true })).toEqual(['first_access', 'instruments', 'budget']);
    const both = { first_access: true, instruments: ['choir', 'band'] };
    expect(keysOf(both)).toEqual(['first_access', 'instruments', 'band_size', 'budget']);
    // The answer that showed it is hidden itself now.
    expect(keysOf({ ...both, first_access: false })).toEqual(['first_access', 'budget']);
    const secondary = visibleQuestions(version, both, ['secondary']).map(({ key }) => key);
    expect(secondary).toEqual(['first_access', 'instruments', 'band_size']);
    expect(visibleQuestions(version, both, [])).toHaveLength(4);
  });
});

describe('answers', () => {
  const validate = (answers: Record<string, unknown>, complete = true) =>
    validateAnswers(version, answers, { phases: ['primary'], complete });

  it('are told by the text of the question what is wrong with them', () => {
    expect(validate({ first_access: true, instruments: ['harp'], budget: 'much' })).toEqual({
      instruments: '“Which instruments?” is answered with some of its choices.',
      budget: '“What is the budget?” is answered with an amount in pounds, such as 1,250.',
    });
  });

  it('must be there where required, once they are handed in and the question shows', () => {
    expect(validate({}, false)).toEqual({});
    expect(validate({})).toEqual({ first_access: 'Please answer “First Access?”.' });
    expect(validate({ first_access: true, instruments: [] })).toEqual({
      instruments: 'Please answer “Which instruments?”.',
    });
    expect(validate({ first_access: false })).toEqual({});
  });

  it('to questions that are not there are refused, whatever they are called', () => {
    const answers = JSON.parse(
      '{"__proto__": 1, "constructor": 2, "first_access": false}',
    ) as object;
    expect(Object.values(validate({ ...answers }))).toEqual([
      'There is no question “__proto__” in this survey.',
      'There is no question “constructor” in this survey.',
    ]);
    expect(validate({ gone: 1 }, false)).toEqual({
      gone: 'There is no question “gone” in this survey.',
    });
  });

  it('to hidden questions are not kept, and what is not an answer neither', () => {
    const answers = { first_access: false, instruments: ['band'], band_size: 'x', budget: null };
    expect(validate(answers)).toEqual({});
    expect(answersToKeep(version, answers, ['primary'])).toEqual({ first_access: false });
  });

  it('are kept in the order of the options, once each, without the white space around them', () => {
    const answers = { first_access: true, instruments: ['band', 'choir', 'band'], budget: 0 };
    expect(answersToKeep(version, answers, ['primary'])).toEqual({
      first_access: true,
      instruments: ['choir', 'band'],
      budget: 0,
    });
    const text = { questions: [question('short_text')] };
    expect(answersToKeep(text, { short_text: ' Jo ' }, [])).toEqual({ short_text: 'Jo' });
  });

  it('that are valid stay what they are when kept and judged again', () => {
    const questions = QUESTION_TYPES.map((type, index) =>
      question(type, {
        decimals: index % 2 ? 2 : 0,
        showWhen: index > 0 ? { question: 'yes_no', anyOf: [true] } : null,
      }),
    );
    const value = fc.oneof(
      fc.boolean(),
      fc.integer({ min: -2, max: 9 }),
      fc.double(),
      fc.string(),
      fc.subarray(['choir', 'band', 'none', 'harp']),
      fc.constantFrom('choir', null, undefined),
    );
    const all = fc.record(Object.fromEntries(QUESTION_TYPES.map((type) => [type, value])));
    fc.assert(
      fc.property(all, fc.subarray([...QUESTION_PHASES]), (answers, phases) => {
        const asked = { phases, complete: false };
        const errors = validateAnswers({ questions }, answers, asked);
        const kept = answersToKeep({ questions }, answers, phases);
        const wrong = Object.keys(kept).filter((key) => key in errors);
        expect(Object.keys(errors).sort()).toEqual(wrong.sort());
        const right = Object.fromEntries(Object.entries(kept).filter(([key]) => !(key in errors)));
        expect(validateAnswers({ questions }, right, asked)).toEqual({});
        if (wrong.length === 0) expect(answersToKeep({ questions }, kept, phases)).toEqual(kept);
      }),
    );
  });
});

describe('a stage on a scale', () => {
  const far = newQuestion({
    ...{ key: 'far', type: 'stage', text: 'How far are you with singing?' },
    options: [option('not_yet', 'Not yet in place'), option('embedded', 'Embedded')],
  });
  const faults = (answer: unknown) =>
    validateAnswers({ questions: [far] }, { far: answer }, { phases: ['primary'], complete: true });

  it('is answered with one of its stages and read as that', () => {
    expect(faults('embedded')).toEqual({});
    expect(answerInWords(far, 'embedded')).toBe('Embedded');
  });

  it.each(['established', 2, true, ['embedded'], { stage: 1 }])(
    'is refused out of its scale, as %j is',
    (answer) =>
      expect(faults(answer)).toEqual({
        far: '“How far are you with singing?” is answered with one of “Not yet in place”, “Embedded”.',
      }),
  );

  it('tells no need of the school, whatever its key', () => {
    expect(tellsOf({ ...far, key: 'barriers' }, 'barriers')).toBe(false);
  });
});
