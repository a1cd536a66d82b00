import type { Question } from './file-reading';
import { columnLetters } from './column-letters';

/** A column's title, or its letter where it has none. */
export const titleOf = (title: string, index: number): string =>
  title === '' ? `Column ${columnLetters(index)}` : title;

const OF_SHEET = (sheet: string): string => (sheet === '' ? '' : ` of the sheet "${sheet}"`);

interface Asked {
  sheetIndex: number;
  sheet: string;
  column: number;
  title: string;
  examples: string[];
  rows: number;
}

type Answers = Readonly<Record<string, string>>;

function asked(
  { sheetIndex, column, examples, rows }: Asked,
  key: string,
  question: string,
  options: Question['options'],
  answers: Answers,
): Question {
  const given = answers[key];
  const answer = options.some(({ value }) => value === given) ? (given ?? null) : null;
  return { key, sheetIndex, column, question, examples, options, answer, rows };
}

export const heldKey = (sheet: number, column: number) => `held-${sheet}-${column}`;
export const daysKey = (sheet: number, column: number) => `days-${sheet}-${column}`;
export const orderKey = (sheet: number) => `order-${sheet}`;

/** Does yes in this column mean that the visit took place? */
export function heldQuestion(about: Asked, answers: Answers): Question {
  const options = [
    { value: 'yes_held', label: 'Yes means that the visit took place' },
    { value: 'no_held', label: 'Yes means that it did not take place' },
    { value: 'unrelated', label: 'It is about something else' },
  ];
  const question = `The column "${about.title}"${OF_SHEET(about.sheet)} holds yes and no. What does it say about the visit?`;
  return asked(about, heldKey(about.sheetIndex, about.column), question, options, answers);
}

/** Are the days in this column days of visits? */
export function daysQuestion(about: Asked, answers: Answers): Question {
  const options = [
    { value: 'visits', label: 'Each day is a visit' },
    { value: 'other', label: 'The days are of something else' },
  ];
  const question = `The column "${about.title}"${OF_SHEET(about.sheet)} holds days. Did visits take place on them?`;
  return asked(about, daysKey(about.sheetIndex, about.column), question, options, answers);
}

/** Which comes first, the day or the month? */
export function orderQuestion(about: Asked, mixed: boolean, answers: Answers): Question {
  const options = [
    { value: 'month_first', label: 'Month first, as in the United States: 3/4/2024 is 4 March' },
    { value: 'day_first', label: 'Day first: 3/4/2024 is 3 April' },
  ];
  const proof = mixed
    ? 'holds days that can only be month first beside others that can only be day first'
    : 'holds days that can only be month first';
  const question = `The column "${about.title}"${OF_SHEET(about.sheet)} ${proof}. How are its days written?`;
  return asked(about, orderKey(about.sheetIndex), question, options, answers);
}
