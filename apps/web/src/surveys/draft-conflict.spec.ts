import { newQuestion } from '@tracker/domain';
import { draftFields, draftOf, draftValues } from './draft-conflict';

const question = (key: string, text = key) => newQuestion({ key, type: 'yes_no', text });
const draft = (keys: readonly string[], title = 'Survey') => ({
  ...{ title, intro: null, questions: keys.map((key) => question(key)) },
});

it('is a field for each question, in the words of the latest text', () => {
  const fields = draftFields(draft(['a', 'b']), draft(['a']));
  expect(fields.map(({ label }) => label)).toEqual([
    ...['Title', 'Introduction', 'Question “a”', 'Question “b”'],
  ]);
  expect(fields[2]?.inWords?.(undefined)).toBe('Not in the survey');
  expect(fields[2]?.inWords?.({ ...question('a'), required: true })).toBe(
    'a\nYes or no\nAn answer is required',
  );
});

it('puts the chosen questions in an order that does both justice', () => {
  const [base, mine, theirs] = [
    ['a', 'b'],
    ['a', 'b', 'mine'],
    ['theirs', 'a', 'b'],
  ].map((keys) => draft(keys)) as [
    ReturnType<typeof draft>,
    ReturnType<typeof draft>,
    ReturnType<typeof draft>,
  ];
  const values = { ...draftValues(mine), ...draftValues(theirs), title: 'New title' };
  const made = draftOf(values, { base, mine, theirs });
  expect(made.title).toBe('New title');
  expect(made.questions.map(({ key }) => key)).toEqual(['theirs', 'a', 'b', 'mine']);
});

it('leaves out what nobody kept, and takes in what came while the person was asked', () => {
  const [base, mine] = [draft(['a', 'b']), draft(['a', 'b'])];
  const theirs = draft(['b', 'late']);
  const values = { ...draftValues(mine), 'question a': undefined };
  const made = draftOf(values, { base, mine, theirs });
  expect(made.questions.map(({ key }) => key)).toEqual(['b', 'late']);
});
