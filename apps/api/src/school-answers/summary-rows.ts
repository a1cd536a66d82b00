import type {
  CountedChoice,
  QuestionFigures,
  QuestionSummary,
  SurveySummary,
} from '@tracker/contract';
import {
  FIGURE_KINDS,
  NOT_COMPARED_WORDS,
  plural,
  type Spread,
  whyHeldBack,
} from '@tracker/domain';
import type { ExportColumn } from '@tracker/files';

/** One figure of a question, with the same figure of the other year. */
export interface SummaryRow {
  section: string | null;
  question: string;
  /** An answer, a measure or a label. */
  measure: string;
  value: number | null;
  /** Per cent of the schools that answered, one decimal. */
  share: number | null;
  answers: number;
  otherValue: number | null;
  otherShare: number | null;
  otherAnswers: number | null;
  note: string | null;
}

const MEASURES: Record<keyof Spread, string> = {
  lowest: 'Lowest',
  lowerQuartile: 'Lower quartile',
  median: 'Median',
  upperQuartile: 'Upper quartile',
  highest: 'Highest',
};
const held = ({ answers }: QuestionFigures) =>
  `${plural(answers, 'answer')}, ${whyHeldBack(answers)}.`;
type Figure = Pick<SummaryRow, 'measure' | 'value' | 'share' | 'otherValue' | 'otherShare'>;

/** The figures of a summary, a row each; a question of which nothing is shown has one row. */
export const summaryRows = ({ questions }: Pick<SurveySummary, 'questions'>): SummaryRow[] =>
  questions.flatMap((question) => {
    const { section, text, figures, compared } = question;
    const same = {
      ...{ section, question: text, answers: figures.answers },
      ...{ otherAnswers: compared?.answers ?? null, note: noteOf(question) },
    };
    return figuresOf(question).map((figure) => ({ ...same, ...figure }));
  });

function noteOf({ figures, compared, notCompared }: QuestionSummary): string | null {
  if (figures.tooFew) return held(figures);
  if (notCompared) return NOT_COMPARED_WORDS[notCompared];
  return compared?.tooFew ? `Of the other year: ${held(compared)}` : null;
}

function figuresOf({ type, figures, compared }: QuestionSummary): Figure[] {
  const kind = FIGURE_KINDS[type];
  const answered = row('Answered', figures.answers, compared?.answers ?? null);
  if (figures.tooFew) return [answered];
  const choices = choicesOf(figures, compared);
  const measures = kind === 'rating' ? (['median'] as const) : ALL_MEASURES;
  const spread = measuresOf(figures, compared, measures);
  return kind === 'texts' ? [answered, ...tagsOf(figures, compared)] : [...choices, ...spread];
}

const ALL_MEASURES = Object.keys(MEASURES) as (keyof Spread)[];
const row = (measure: string, value: number | null, otherValue: number | null): Figure => ({
  ...{ measure, value, share: null, otherValue, otherShare: null },
});
const percent = (choice: CountedChoice | undefined) =>
  choice ? Math.round(choice.share * 1000) / 10 : null;

function choicesOf({ choices }: QuestionFigures, compared: QuestionFigures | null): Figure[] {
  const then = (key: string) => compared?.choices.find((choice) => choice.key === key);
  const gone = compared?.choices.filter(({ key }) => !choices.some((now) => now.key === key)) ?? [];
  return [
    ...choices.map((choice) => ({
      ...row(choice.label, choice.schools, then(choice.key)?.schools ?? null),
      share: percent(choice),
      otherShare: percent(then(choice.key)),
    })),
    ...gone.map((choice) => ({
      ...row(choice.label, null, choice.schools),
      otherShare: percent(choice),
    })),
  ];
}

const measuresOf = (
  { spread }: QuestionFigures,
  compared: QuestionFigures | null,
  measures: readonly (keyof Spread)[],
): Figure[] =>
  spread
    ? measures.map((key) => row(MEASURES[key], spread[key], compared?.spread?.[key] ?? null))
    : [];

const tagsOf = ({ tags }: QuestionFigures, compared: QuestionFigures | null): Figure[] =>
  tags.map(({ id, label, schools }) =>
    row(label, schools, compared?.tags.find((tag) => tag.id === id)?.schools ?? null),
  );

/** @param other the year compared with, if there is one */
export function summaryColumns(year: string, other: string | null): ExportColumn<SummaryRow>[] {
  const column = (
    key: keyof SummaryRow,
    heading: string,
    kind: 'text' | 'number' = 'number',
  ): ExportColumn<SummaryRow> => ({ key, heading, kind, value: (shown) => shown[key] });
  return [
    column('section', 'Section', 'text'),
    column('question', 'Question', 'text'),
    column('measure', 'Answer or measure', 'text'),
    column('value', other ? `Schools or amount ${year}` : 'Schools or amount'),
    column('share', other ? `Per cent ${year}` : 'Per cent'),
    column('answers', other ? `Answers ${year}` : 'Answers'),
    ...(other
      ? [
          column('otherValue', `Schools or amount ${other}`),
          column('otherShare', `Per cent ${other}`),
          column('otherAnswers', `Answers ${other}`),
        ]
      : []),
    column('note', 'Note', 'text'),
  ];
}
