import type { QuestionSummary } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { ChartFigure, FiguresTable, GroupedBars } from '../charts';
import { useLabelWidth } from './use-label-width';

const MOST_BARS = 8;

/** What texts are about, by their labels. */
export function TagBars({ question: { text, figures } }: { question: QuestionSummary }) {
  const labelWidth = useLabelWidth();
  const { tags } = figures;
  const words = tags.map(({ label, schools }) => `${label}: ${plural(schools, 'school')}`);
  return (
    <ChartFigure
      finding="What the texts are about"
      inWords={`Bars of the labels, the longest first. ${words.join('; ')}.`}
      table={
        <FiguresTable
          caption={`Labels of: ${text}`}
          head={['Label', 'Schools']}
          rows={tags.map(({ id, label, schools }) => ({
            key: id,
            cells: [label, schools.toLocaleString('en-GB')],
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
