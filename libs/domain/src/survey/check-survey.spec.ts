import { checkSurvey, keyFrom, newQuestion, type SurveyQuestion } from '.';

const option = (key: string, label = key) => ({ key, label, alone: false });
const led = newQuestion({
  key: 'led_by',
  type: 'one_choice',
  text: 'Who leads music?',
  options: [option('teacher', 'A teacher'), option('nobody', 'Nobody')],
});
const trained = newQuestion({
  key: 'trained',
  type: 'yes_no',
  text: 'Trained?',
  showWhen: { question: 'led_by', anyOf: ['teacher'] },
});
const stages = (...labels: string[]) =>
  newQuestion({
    ...{ key: 'far', type: 'stage', text: 'How far?' },
    options: labels.map((label, at) => option(`s${at}`, label)),
  });
const change = (over: Partial<SurveyQuestion>) => [led, { ...trained, ...over }];

it('finds nothing wrong with a sound survey', () => {
  expect(checkSurvey([led, trained])).toEqual([]);
});

it('takes a scale of two to six stages, any of which can show another question', () => {
  const why = change({ showWhen: { question: 'far', anyOf: ['s0'] } })[1] as SurveyQuestion;
  expect(checkSurvey([stages('Not yet', 'Yes'), why])).toEqual([]);
  expect(checkSurvey([stages(...'abcdef')])).toEqual([]);
});

it.each<[string, SurveyQuestion[]]>([
  ['The survey has no question yet.', []],
  ['Question 2 has no text.', change({ text: '  ' })],
  [
    '“Trained?” has a key that is not made of small letters, digits and _, beginning with a letter.',
    change({ key: 'Is it?' }),
  ],
  [
    '“Trained?” has the key “led_by”, which “Who leads music?” has already.',
    change({ key: 'led_by', showWhen: null }),
  ],
  ['“Who leads music?” needs at least two choices.', [{ ...led, options: [option('a')] }]],
  [
    '“Who leads music?” has a choice without a text.',
    [{ ...led, options: [option('a'), option('b', ' ')] }],
  ],
  [
    '“Who leads music?” has the same choice twice.',
    [{ ...led, options: [option('a', 'Yes'), option('b', 'yes ')] }],
  ],
  [
    '“Who leads music?” has two choices with the same key.',
    [{ ...led, options: [option('a', 'Yes'), option('a', 'No')] }],
  ],
  [
    '“Who leads music?” has a choice whose key is not made of small letters, digits and _.',
    [{ ...led, options: [option('A b', 'Yes'), option('a', 'No')] }],
  ],
  ['“How far?” needs at least two stages.', [stages('a')]],
  ['“How far?” has more than 6 stages.', [stages(...'abcdefg')]],
  [
    '“How far?” has the same stage twice.',
    [{ ...stages('a'), options: [option('a', 'Yes'), option('b', 'yes')] }],
  ],
  ['“How far?” has a stage without a text.', [stages('a', '')]],
  [
    '“Trained?” has a largest number below its smallest.',
    change({ type: 'number', min: 5, max: 3 }),
  ],
  [
    '“Trained?” is answered in whole pounds or with two digits of pence.',
    change({ type: 'money', decimals: 1 }),
  ],
  [
    '“Trained?” is shown by the answer to a question that is not in this survey.',
    change({ showWhen: { question: 'gone', anyOf: [true] } }),
  ],
  [
    '“Trained?” is shown by its own answer.',
    change({ showWhen: { question: 'trained', anyOf: [true] } }),
  ],
  [
    '“Trained?” is shown by the answer to “Who leads music?”, which comes after it; move it up.',
    [trained, led],
  ],
  [
    '“Trained?” does not say which answer to “Who leads music?” shows it.',
    change({ showWhen: { question: 'led_by', anyOf: [] } }),
  ],
  [
    '“Trained?” is shown by an answer that “Who leads music?” does not have.',
    change({ showWhen: { question: 'led_by', anyOf: ['teacher', 'head'] } }),
  ],
  [
    '“Trained?” is shown by the answer to “Who leads music?”, which is neither yes or no, nor choices, nor a rating.',
    [{ ...led, type: 'short_text', options: [] }, trained],
  ],
  [
    '“Trained?” can never be shown: it and “Who leads music?” are for different phases.',
    [
      { ...led, phases: ['primary'] },
      { ...trained, phases: ['secondary'] },
    ],
  ],
])('%s', (message, questions) => {
  expect(checkSurvey(questions).map((problem) => problem.message)).toEqual([message]);
});

it('says which question and which part of it', () => {
  expect(checkSurvey(change({ text: '' }))).toEqual([
    { index: 1, field: 'text', message: 'Question 2 has no text.' },
  ]);
});

it('keeps the type of a question whose key stays', () => {
  const [problem] = checkSurvey([led], [{ ...led, type: 'short_text' }]);
  expect(problem?.message).toBe(
    '“Who leads music?” was asked as “Short text” before; ask it as a new question, or the years cannot be compared.',
  );
  expect(checkSurvey([led, trained], [led])).toEqual([]);
});

it.each([
  ['Who leads music?', [], 'who_leads_music'],
  ['Who leads music?', ['who_leads_music', 'who_leads_music_2'], 'who_leads_music_3'],
  ['Café: 3 × a week', [], 'cafe_3_a_week'],
  ['2 choirs', [], 'choirs'],
  ['???', [], 'question'],
  [
    'How many minutes of curriculum music do pupils of key stage 2 have',
    [],
    'how_many_minutes_of_curriculum_music_do',
  ],
])('makes of %j beside %j the key %s', (text, taken, key) => {
  expect(keyFrom(text, taken)).toBe(key);
});
