import {
  LARGEST_NUMBER,
  RATINGS,
  TEXT_LIMITS,
  type SurveyAnswer,
  type SurveyQuestion,
} from './question';

/** Whether anything was answered; an empty text or list is not an answer, "no" and 0 are. */
export function isAnswered(value: unknown): value is SurveyAnswer {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}

// NUL and halves of a character cannot be stored.
const UNSTORABLE = /\0|[\ud800-\udfff]/u;

/**
 * What is wrong with an answer, without the question's name: `is answered with yes or no`. Null when
 * nothing is. Whether an answer is there at all is asked elsewhere.
 */
export function answerFault(question: SurveyQuestion, value: unknown): string | null {
  switch (question.type) {
    case 'yes_no':
      return typeof value === 'boolean' ? null : 'is answered with yes or no';
    case 'one_choice':
      return optionKeys(question).has(value) ? null : 'is answered with one of its choices';
    case 'stage':
      return optionKeys(question).has(value)
        ? null
        : `is answered with one of ${scaleInWords(question)}`;
    case 'several_choices':
      return choicesFault(question, value);
    case 'rating':
      return (RATINGS as readonly unknown[]).includes(value)
        ? null
        : 'is answered with a whole number from 1 to 5';
    case 'number':
    case 'money':
      return numberFault(question, value);
    case 'short_text':
    case 'long_text':
      return textFault(TEXT_LIMITS[question.type], value);
  }
}

const optionKeys = ({ options }: SurveyQuestion) => new Set<unknown>(options.map(({ key }) => key));

/** `“Emerging”, “Established”`: a scale is short enough to be said. */
const scaleInWords = ({ options }: SurveyQuestion): string =>
  options.map(({ label }) => `“${label}”`).join(', ');

function choicesFault(question: SurveyQuestion, value: unknown): string | null {
  const keys = optionKeys(question);
  if (!Array.isArray(value) || !value.every((one) => keys.has(one))) {
    return 'is answered with some of its choices';
  }
  const alone = question.options.find((option) => option.alone && value.includes(option.key));
  return alone && new Set(value).size > 1
    ? `is answered with “${alone.label}” or with other choices, not with both`
    : null;
}

function numberFault(question: SurveyQuestion, value: unknown): string | null {
  const { decimals } = question;
  const money = question.type === 'money';
  const min = question.min ?? 0;
  const max = question.max ?? LARGEST_NUMBER;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return money
      ? 'is answered with an amount in pounds, such as 1,250'
      : 'is answered with a number, such as 30';
  }
  if (Number(value.toFixed(decimals)) !== value) {
    if (money)
      return decimals === 0 ? 'is answered in whole pounds' : 'has at most two digits of pence';
    return decimals === 0
      ? 'is answered with a whole number'
      : `has at most ${decimals === 1 ? 'one digit' : 'two digits'} after the point`;
  }
  if (value < min) return `is at least ${figure(question, min)}`;
  return value > max ? `is at most ${figure(question, max)}` : null;
}

function textFault(limit: number, value: unknown): string | null {
  if (typeof value !== 'string') return 'is answered with a text';
  if (UNSTORABLE.test(value)) return 'has a character in its answer that cannot be stored';
  const length = value.trim().length;
  if (length <= limit) return null;
  return `takes at most ${limit.toLocaleString('en-GB')} characters; these are ${length.toLocaleString('en-GB')}`;
}

/** A number as people write it: `1,250`, `£1,250`, `£12.50`. */
function figure({ type, decimals }: SurveyQuestion, value: number): string {
  const pence = type === 'money' && !Number.isInteger(value) ? 2 : 0;
  const text = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: pence,
    maximumFractionDigits: decimals,
  });
  return `${value < 0 ? '-' : ''}${type === 'money' ? '£' : ''}${text}`;
}

/** An answer as people read it: `Yes`, `Choir, Orchestra`, `£1,250`, `60 minutes a week`, `4 of 5`. */
export function answerInWords(question: SurveyQuestion, answer: SurveyAnswer): string {
  switch (question.type) {
    case 'yes_no':
      return answer === true ? 'Yes' : 'No';
    case 'one_choice':
    case 'stage':
    case 'several_choices':
      return choicesInWords(question, answer);
    case 'number':
    case 'money':
      return typeof answer === 'number'
        ? `${figure(question, answer)}${question.unit ? ` ${unitOf(question.unit, answer)}` : ''}`
        : String(answer);
    case 'rating':
      return `${String(answer)} of 5`;
    case 'short_text':
    case 'long_text':
      return String(answer);
  }
}

/** `minutes a week`, and of one `minute a week`: its first word counts. */
function unitOf(unit: string, count: number): string {
  if (count !== 1) return unit;
  return unit.replace(/^(\w+?)(?:(?<=ss|sh|ch|x)es|s)\b/, '$1');
}

function choicesInWords({ options }: SurveyQuestion, answer: SurveyAnswer): string {
  const chosen = Array.isArray(answer) ? answer : [answer];
  return chosen
    .map((key) => options.find((option) => option.key === key)?.label ?? String(key))
    .join(', ');
}
