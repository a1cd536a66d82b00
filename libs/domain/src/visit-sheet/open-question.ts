import type { Question } from './file-reading';
import { columnLetters } from './column-letters';

/** A column's title, or its letter where it has none. */
export const titleOf = (title: string, index: number): string =>
  title === '' ? `Column ${columnLetters(index)}` : title;

const OF_SHEET = (sheet: string): string => (sheet === '' ? '' : ` of the sheet “${sheet}”`);

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

export const monthsKey = (sheet: number) => `months-${sheet}`;

/** Does yes in this column mean that the visit took place? */
export function heldQuestion(about: Asked, answers: Answers): Question {
  const options = [
    { value: 'yes_held', label: 'Yes means that the visit took place' },
    { value: 'no_held', label: 'Yes means that it did not take place' },
    { value: 'unrelated', label: 'It is about something else' },
  ];
  const question = `The column “${about.title}”${OF_SHEET(about.sheet)} holds yes and no. What does it say about the visit?`;
  return asked(about, heldKey(about.sheetIndex, about.column), question, options, answers);
}

/** Does a mark or a name in this column mean that the visit took place? */
export function marksQuestion(about: Asked, answers: Answers): Question {
  const options = [
    { value: 'filled_held', label: 'Where it is filled in, the visit took place' },
    { value: 'unrelated', label: 'It is about something else' },
  ];
  const question = `The column “${about.title}”${OF_SHEET(about.sheet)} is filled in on some rows and blank on others. What does it say about the visit?`;
  return asked(about, heldKey(about.sheetIndex, about.column), question, options, answers);
}

/** Are the days in this column days of visits? */
export function daysQuestion(about: Asked, answers: Answers): Question {
  const options = [
    { value: 'visits', label: 'Each day is a visit' },
    { value: 'other', label: 'The days are of something else' },
  ];
  const question = `The column “${about.title}”${OF_SHEET(about.sheet)} holds days. Did visits take place on them?`;
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
  const question = `The column “${about.title}”${OF_SHEET(about.sheet)} ${proof}. How are its days written?`;
  return asked(about, orderKey(about.sheetIndex), question, options, answers);
}

/** Does a visit of which only the month is known count from the 1st of it? */
export function monthsQuestion(about: Asked, answers: Answers): Question {
  const options = [
    {
      value: 'first',
      label: 'Use the 1st of the month, and say in the notes that only it is known',
    },
    { value: 'hand_back', label: 'Hand these rows back, or type each day below' },
  ];
  const question = `The column “${about.title}”${OF_SHEET(about.sheet)} names months without a day. Which day do these visits get?`;
  return asked(about, monthsKey(about.sheetIndex), question, options, answers);
}
