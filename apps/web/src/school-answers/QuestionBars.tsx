import type { QuestionFigures, QuestionSummary } from '@tracker/contract';
import { FIGURE_KINDS } from '@tracker/domain';
import { GroupedBars, useLabelWidth } from '../charts';
import { amountOf, shareInPercent } from './figures-in-words';

interface QuestionBarsProps {
  question: QuestionSummary;
  /** This one, and the one it is compared with. */
  years: readonly string[];
}

const FILLS = ['full', 'striped'] as const;

/** Shares of the answers, or where the numbers lie; two years side by side. */
export function QuestionBars({ question, years }: QuestionBarsProps) {
  const labelWidth = useLabelWidth();
  const { figures, compared, type } = question;
  const parts = years.map((year, at) => ({ id: year, words: year, fill: FILLS[at] ?? 'full' }));
  const all = [figures, ...(years.length > 1 && compared ? [compared] : [])];
  if (FIGURE_KINDS[type] === 'numbers') {
    return (
      <GroupedBars
        parts={parts}
        bars={SPREAD_BARS.map(({ label, of }) => ({ label, values: all.map(of) }))}
        labelWidth={Math.min(labelWidth, 130)}
        inWords={(value) => amountOf({ ...question, unit: null }, value)}
      />
    );
  }
  return (
    <GroupedBars
      parts={parts}
      bars={everyChoiceOf(all).map(({ key, label }) => ({
        label,
        values: all.map(({ choices }) => shareOf(choices, key)),
      }))}
      labelWidth={labelWidth}
      longest={1}
      inWords={shareInPercent}
    />
  );
}

const SPREAD_BARS = [
  { label: 'Lower quartile', of: ({ spread }: QuestionFigures) => spread?.lowerQuartile ?? null },
  { label: 'Median', of: ({ spread }: QuestionFigures) => spread?.median ?? null },
  { label: 'Upper quartile', of: ({ spread }: QuestionFigures) => spread?.upperQuartile ?? null },
];

const shareOf = (choices: QuestionFigures['choices'], key: string) =>
  choices.find((choice) => choice.key === key)?.share ?? null;

/** The choices of every year, this one's first. */
export function everyChoiceOf(all: readonly QuestionFigures[]): { key: string; label: string }[] {
  const labels = new Map<string, string>();
  for (const { choices } of all) {
    for (const { key, label } of choices) if (!labels.has(key)) labels.set(key, label);
  }
  return [...labels].map(([key, label]) => ({ key, label }));
}
