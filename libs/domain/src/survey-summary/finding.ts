import { capital } from '../capital';
import { plural } from '../plural';
import { SMALLEST_GROUP } from '../small-groups';
import { answerInWords, type SurveyQuestion } from '../survey';
import { FIGURE_KINDS, type CountedChoice, type QuestionFigures, type Spread } from './figures';
import { inTen } from './in-ten';

/** Of a question what its finding is said by. */
export type FoundQuestion = Pick<SurveyQuestion, 'type' | 'unit' | 'low' | 'high'>;

/**
 * What schools answered to a question, as a sentence to put over its chart: `7 in 10 schools say yes`.
 */
export function findingOf(question: FoundQuestion, figures: QuestionFigures): string {
  const { answers, tooFew } = figures;
  if (answers === 0) return 'No school has answered this';
  if (tooFew) return `${plural(answers, 'answer')}: ${whyHeldBack(answers)}`;
  switch (FIGURE_KINDS[question.type]) {
    case 'choices':
      return question.type === 'yes_no' ? saidYes(figures) : chosenMost(question, figures);
    case 'numbers':
      return middle(question, figures);
    case 'rating':
      return rated(question, figures);
    case 'texts':
      return written(figures);
  }
}

/** Why figures of so many schools are not shown. */
export const whyHeldBack = (schools: number): string =>
  schools < SMALLEST_GROUP
    ? 'too few to show'
    : 'held back, as they would give away the answers of fewer than five others';

const says = (text: string) => (/^(the one|1 of)/.test(text) ? 'says' : 'say');

function saidYes({ choices, answers }: QuestionFigures): string {
  const yes = choices.find(({ key }) => key === 'true')?.schools ?? 0;
  if (yes === 0) return capital(`${inTen(answers, answers)} ${says(inTen(1, answers))} no`);
  const share = inTen(yes, answers);
  return capital(`${share} ${says(share)} yes`);
}

/** The choice of most schools; where several are even, all of them. */
function chosenMost({ type }: FoundQuestion, { choices, answers }: QuestionFigures): string {
  const most = Math.max(0, ...choices.map(({ schools }) => schools));
  if (most === 0) return `${plural(answers, 'school')} answered, with what is no longer offered`;
  const first = choices.filter(({ schools }) => schools === most);
  const labels = first.slice(0, 3).map(({ label }) => `“${label}”`);
  const share = inTen(most, answers);
  if (first.length > 3) return capital(`${first.length} answers are even, with ${share} each`);
  if (first.length > 1) return capital(`${listed(labels)} are even, with ${share} each`);
  return capital(
    `${share} ${says(share)} ${labels[0]}${type === 'several_choices' ? ', more than any other' : ''}`,
  );
}

function middle(question: FoundQuestion, { spread, answers }: QuestionFigures): string {
  if (!spread) return `${plural(answers, 'school')} answered`;
  const { lowest, lowerQuartile, median, upperQuartile, highest } = spread;
  if (lowest === highest)
    return capital(`${inTen(answers, answers)} say ${amountInWords(question, median)}`);
  const typical = `The school in the middle says ${amountInWords(question, median)}`;
  if (lowerQuartile === upperQuartile) return `${typical}, and so does at least half of them`;
  return `${typical}; half of the schools are between ${amount(question, lowerQuartile)} and ${amount(question, upperQuartile)}`;
}

function rated(
  { low, high }: FoundQuestion,
  { choices, spread, answers }: QuestionFigures,
): string {
  const of = (...keys: string[]) => sum(choices.filter(({ key }) => keys.includes(key)));
  const [good, bad] = [of('4', '5'), of('1', '2')];
  const mean = (word: string | null) => (word ? ` (5 is “${word}”)` : '');
  if (bad > good) {
    const share = inTen(bad, answers);
    return capital(`${share} ${says(share)} 1 or 2 of 5${low ? ` (1 is “${low}”)` : ''}`);
  }
  if (good === 0) return `Most schools say ${spread?.median ?? 3} of 5`;
  const share = inTen(good, answers);
  return capital(`${share} ${says(share)} 4 or 5 of 5${mean(high)}`);
}

function written({ answers, tags }: QuestionFigures): string {
  const [first] = tags;
  const wrote = `${plural(answers, 'school')} wrote something`;
  return first ? `${wrote}, most often about “${first.label}”` : wrote;
}

const sum = (choices: readonly CountedChoice[]) =>
  choices.reduce((total, { schools }) => total + schools, 0);

/** Figures of a spread lie between answers: one decimal is enough, and money has pence or none. */
function rounded({ type }: Pick<SurveyQuestion, 'type'>, value: number): number {
  return type === 'money' ? Math.round(value * 100) / 100 : Math.round(value * 10) / 10;
}

/** A figure of a question as people write it: `60 minutes a week`, `£1,250`, `4 of 5`. */
export function amountInWords(question: FoundQuestion, value: number): string {
  const { type, unit } = question;
  const shown = rounded(question, value);
  const decimals = Number.isInteger(shown) ? 0 : type === 'money' ? 2 : 1;
  return answerInWords({ ...BARE, type, unit, decimals }, shown);
}
const amount = (question: FoundQuestion, value: number) =>
  amountInWords({ ...question, unit: null }, value);

const BARE: SurveyQuestion = {
  ...{ key: '', type: 'number', section: null, text: '', help: null, required: false },
  ...{ phases: [], options: [], unit: null, min: null, max: null, decimals: 0 },
  ...{ low: null, high: null, showWhen: null },
};

/** `a`, `a and b`, `a, b and c`. */
const listed = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** The three figures of a spread that matter, in words, for whoever does not see the chart. */
export function spreadInWords(question: FoundQuestion, spread: Spread): string {
  const { lowest, lowerQuartile, median, upperQuartile, highest } = spread;
  const say = (value: number) => amount(question, value);
  return `from ${say(lowest)} to ${say(highest)}, the middle ${say(median)}, half between ${say(lowerQuartile)} and ${say(upperQuartile)}`;
}
