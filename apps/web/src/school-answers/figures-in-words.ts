import type { QuestionFigures, QuestionSummary } from '@tracker/contract';
import { amountInWords, plural, spreadInWords } from '@tracker/domain';

/** `43%`; a share that is not nought is never shown as such. */
export function shareInPercent(share: number): string {
  const whole = Math.round(share * 100);
  if (share > 0 && whole === 0) return 'under 1%';
  return `${whole}%`;
}

/** `31 answers`. */
export const answersInWords = ({ answers }: QuestionFigures) => plural(answers, 'answer');

/** The chart of a question as a sentence. */
export function chartInWords(question: QuestionSummary): string {
  const { figures, finding } = question;
  const parts = figures.choices.map(({ label, share }) => `${label} ${shareInPercent(share)}`);
  const spread =
    figures.spread && parts.length === 0 ? [spreadInWords(question, figures.spread)] : [];
  return `Bar chart. ${finding}. ${[...parts, ...spread].join('; ')}.`;
}

/** A number of a question as people write it; nothing where there is none. */
export const amountOf = (question: QuestionSummary, value: number | undefined) =>
  value === undefined ? '' : amountInWords(question, value);
