import { newQuestion, type SurveyQuestion } from '@tracker/domain';
import {
  addQuestion,
  changeQuestion,
  moveQuestion,
  nameOptions,
  nameQuestion,
  removeQuestion,
  withType,
} from './edit-questions';

const choir = newQuestion({ key: 'choir', type: 'yes_no', text: 'Is there a choir?' });
const size = newQuestion({
  ...{ key: 'size', type: 'number', text: 'How many sing in it?' },
  showWhen: { question: 'choir', anyOf: [true] },
});
const keys = (questions: readonly SurveyQuestion[]) => questions.map(({ key }) => key);

it('adds questions under keys of their own, and names them after their text', () => {
  const two = addQuestion(addQuestion([], 'short_text'), 'short_text');
  expect(keys(two)).toEqual(['question', 'question_2']);
  const written = two.map((question) => ({ ...question, text: 'Who leads music?' }));
  const named = nameQuestion(nameQuestion(written, 0), 1);
  expect(keys(named)).toEqual(['who_leads_music', 'who_leads_music_2']);
  // Once it has a name, another text gives no other.
  const reworded = named.map((question) => ({ ...question, text: 'Who teaches?' }));
  expect(keys(nameQuestion(reworded, 0))).toEqual(keys(named));
  expect(keys(nameQuestion(two, 0))).toEqual(['question', 'question_2']);
});

it('shows always what a removed question showed', () => {
  expect(removeQuestion([choir, size], 0)).toEqual([{ ...size, showWhen: null }]);
  expect(removeQuestion([choir, size], 1)).toEqual([choir]);
});

it('moves a question and keeps the others in order', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((key) => ({ ...choir, key }));
  expect(keys(moveQuestion([a, b, c] as SurveyQuestion[], 0, 2))).toEqual(['b', 'c', 'a']);
  expect(keys(moveQuestion([a, b, c] as SurveyQuestion[], 7, 0))).toEqual(['a', 'b', 'c']);
});

it('lets what is shown follow a new key', () => {
  const renamed = changeQuestion([choir, size], 0, { ...choir, key: 'singing' });
  expect(renamed[1]?.showWhen).toEqual({ question: 'singing', anyOf: [true] });
  const reworded = changeQuestion([choir, size], 0, { ...choir, text: 'A choir?' });
  expect(reworded[1]).toBe(size);
});

it('names choices after their labels, and what they show follows', () => {
  const choice = withType(choir, 'one_choice');
  expect(choice.options.map(({ key }) => key)).toEqual(['choice', 'choice_2']);
  const labelled = {
    ...choice,
    options: choice.options.map((option, i) => ({ ...option, label: ['Weekly', ''][i] as string })),
  };
  const shown = { ...size, showWhen: { question: 'choir', anyOf: ['choice', 'choice_2'] } };
  const [named, follower] = nameOptions([labelled, shown], 0);
  expect(named?.options.map(({ key }) => key)).toEqual(['weekly', 'choice_2']);
  expect(follower?.showWhen?.anyOf).toEqual(['weekly', 'choice_2']);
});

it('begins a scale with the four stages, and takes over choices that are written', () => {
  const { options } = withType(choir, 'stage');
  expect(options.map(({ key, label }) => [key, label])).toEqual([
    ['not_yet_in_place', 'Not yet in place'],
    ['emerging', 'Emerging'],
    ['established', 'Established'],
    ['embedded', 'Embedded'],
  ]);
  expect(withType(withType(choir, 'one_choice'), 'stage').options).toEqual(options);
  const own = [{ key: 'never', label: 'Never', alone: false }];
  expect(withType({ ...choir, type: 'one_choice', options: own }, 'stage').options).toEqual(own);
});

it('drops what another type does not use, and keeps what it does', () => {
  const choice = withType({ ...choir, required: true, help: 'Any' }, 'several_choices');
  expect(withType(choice, 'one_choice').options).toEqual(choice.options);
  expect(withType(choice, 'rating')).toEqual({
    ...choir,
    ...{ type: 'rating', required: true, help: 'Any' },
  });
});
