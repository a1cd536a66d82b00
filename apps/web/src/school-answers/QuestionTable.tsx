import type { QuestionFigures, QuestionSummary, Spread } from '@tracker/contract';
import { FIGURE_KINDS } from '@tracker/domain';
import { FiguresTable } from '../charts';
import { amountOf, shareInPercent } from './figures-in-words';
import { everyChoiceOf } from './QuestionBars';

interface QuestionTableProps {
  question: QuestionSummary;
  years: readonly string[];
}

const MEASURES: [keyof Spread, string][] = [
  ['lowest', 'Lowest'],
  ['lowerQuartile', 'Lower quartile'],
  ['median', 'Median'],
  ['upperQuartile', 'Upper quartile'],
  ['highest', 'Highest'],
];

/** Every number of a question; the years side by side. */
export function QuestionTable({ question, years }: QuestionTableProps) {
  const { figures, compared, text, type } = question;
  const all = [figures, ...(years.length > 1 && compared ? [compared] : [])];
  const of = (words: string) =>
    years.length > 1 ? years.map((year) => `${words} ${year}`) : [words];
  const kind = FIGURE_KINDS[type];
  const measures = kind === 'rating' ? MEASURES.filter(([key]) => key === 'median') : MEASURES;
  const spread = measures.map(([key, words]) => ({
    key,
    cells: [words, ...all.map((each) => amountOf(question, each.spread?.[key]))],
  }));
  if (kind === 'numbers') {
    return <FiguresTable caption={text} head={['Measure', ...of('Amount')]} rows={spread} />;
  }
  const rows = everyChoiceOf(all).map(({ key, label }) => ({
    key,
    cells: [label, ...all.flatMap((each) => cellsOf(each, key))],
  }));
  const median = spread.map(({ key, cells: [words, ...values] }) => ({
    key,
    cells: [words, ...values.flatMap((value) => [value, ''])],
  }));
  const head =
    years.length > 1
      ? years.flatMap((year) => [`Schools ${year}`, `Share ${year}`])
      : ['Schools', 'Share'];
  return (
    <FiguresTable
      caption={text}
      head={['Answer', ...head]}
      rows={kind === 'rating' ? [...rows, ...median] : rows}
    />
  );
}

function cellsOf({ choices }: QuestionFigures, key: string): string[] {
  const choice = choices.find((each) => each.key === key);
  return choice
    ? [choice.schools.toLocaleString('en-GB'), shareInPercent(choice.share)]
    : ['not offered', ''];
}
