import type { ReactNode } from 'react';
import type { CountedTag } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { ChartFigure, FiguresTable, GroupedBars, useLabelWidth } from '../charts';

const MOST_BARS = 8;

interface LabelBarsProps {
  /** What the texts answer. */
  question: string;
  tags: readonly CountedTag[];
  /** What the table has below them. */
  besides?: readonly CountedTag[];
  /** The number in the table, where it opens a list. */
  number?: (tag: CountedTag) => ReactNode;
}

/** What texts are about, by their labels. */
export function LabelBars({ question, tags, besides = [], number }: LabelBarsProps) {
  const labelWidth = useLabelWidth();
  const words = tags.map(({ label, schools }) => `${label}: ${plural(schools, 'school')}`);
  return (
    <ChartFigure
      finding="What the texts are about"
      inWords={`Bars of the labels, the longest first. ${words.join('; ')}.`}
      table={
        <FiguresTable
          caption={`Labels of: ${question}`}
          head={['Label', 'Schools']}
          rows={[...tags, ...besides].map((tag) => ({
            key: tag.id,
            cells: [tag.label, number?.(tag) ?? tag.schools.toLocaleString('en-GB')],
          }))}
        />
      }
    >
      <GroupedBars
        parts={[{ id: 'schools', words: 'Schools', fill: 'dotted' }]}
        bars={tags.slice(0, MOST_BARS).map(({ label, schools }) => ({ label, values: [schools] }))}
        labelWidth={labelWidth}
        counts
        inWords={(count) => count.toLocaleString('en-GB')}
      />
    </ChartFigure>
  );
}
