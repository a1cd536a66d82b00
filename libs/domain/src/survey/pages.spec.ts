import { HAVE_YOUR_SAY } from './have-your-say';
import { answeredInWords, surveyPageOf, surveyAsText, surveyCount, surveyPages } from './pages';
import { newQuestion } from './question';

const questions = [
  newQuestion({ key: 'lead', type: 'short_text', text: 'Who leads music?', section: 'Staff' }),
  newQuestion({ key: 'choir', type: 'yes_no', text: 'Is there a choir?', section: 'Singing' }),
  newQuestion({
    ...{ key: 'singers', type: 'number', text: 'How many sing?', unit: 'pupils' },
    showWhen: { question: 'choir', anyOf: [true] },
  }),
  newQuestion({
    ...{ key: 'gcse', type: 'yes_no', text: 'Is there a GCSE?', section: 'Courses' },
    phases: ['secondary'],
  }),
  newQuestion({ key: 'wish', type: 'long_text', text: 'What would help?', section: 'Needs' }),
];
const titles = (answers: object, phases: Parameters<typeof surveyPages>[2] = ['primary']) =>
  surveyPages({ questions }, { ...answers }, phases).map((page) => page.title);

it('makes a page of each section that is asked', () => {
  expect(titles({})).toEqual(['Staff', 'Singing', 'Needs']);
  expect(titles({}, ['secondary'])).toEqual(['Staff', 'Singing', 'Courses', 'Needs']);
});

it('counts the questions that are asked, and the answers to those alone', () => {
  const pages = surveyPages({ questions }, { choir: true, wish: ' ', gcse: true }, ['primary']);
  expect(pages.map((page) => answeredInWords(page))).toEqual([
    '0 of 1 answered',
    '1 of 2 answered',
    '0 of 1 answered',
  ]);
  expect(surveyCount(pages)).toEqual({ asked: 4, answered: 1 });
  expect(pages[1]?.unanswered.map(({ key }) => key)).toEqual(['singers']);
});

it('“no” and 0 are answers', () => {
  const pages = surveyPages({ questions }, { choir: false }, ['primary']);
  expect(answeredInWords(...pages)).toBe('1 of 3 answered');
});

it('finds the page of a question, and none where it is not asked', () => {
  const pages = surveyPages({ questions }, {}, ['primary']);
  expect(surveyPageOf(pages, 'wish')).toBe(2);
  expect(surveyPageOf(pages, 'gcse')).toBe(-1);
});

it('puts questions without a heading on one page, and none where nothing is asked', () => {
  const bare = questions.map((question) => ({ ...question, section: null }));
  expect(surveyPages({ questions: bare }, {}, [])).toHaveLength(1);
  expect(surveyPages({ questions: [] }, {}, [])).toEqual([]);
});

it('an answer moves no page that comes before its own', () => {
  const { questions: all } = HAVE_YOUR_SAY;
  const before = surveyPages(HAVE_YOUR_SAY, {}, ['primary']);
  for (const question of all) {
    const at = surveyPageOf(before, question.key);
    if (at < 0) continue;
    const value = question.options[0] ? question.options.map(({ key }) => key) : true;
    const after = surveyPages(HAVE_YOUR_SAY, { [question.key]: value }, ['primary']);
    const upTo = (pages: typeof after) => pages.slice(0, at + 1).map(({ title }) => title);
    expect(upTo(after)).toEqual(upTo(before));
  }
});

it('writes all of it out as a text', () => {
  const answers = { lead: 'Jo Marsh', choir: true, singers: 1, wish: 'Drums.\nA choir day.' };
  const pages = surveyPages({ questions }, answers, ['primary']);
  const about = ['Alder Primary School', 'Sent on Wed 20 Nov 2024'];
  expect(surveyAsText({ title: 'Have Your Say', about, pages, answers }).split('\r\n')).toEqual([
    ...['Have Your Say', ...about, '4 of 4 answered', ''],
    ...['STAFF', '', 'Who leads music?', '  Jo Marsh', ''],
    ...['SINGING', '', 'Is there a choir?', '  Yes', '', 'How many sing?', '  1 pupil', ''],
    ...['NEEDS', '', 'What would help?', '  Drums.', '  A choir day.', ''],
  ]);
});
