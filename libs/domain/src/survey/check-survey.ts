import { isAskedIn } from './phases';
import { FEWEST_STAGES, MOST_STAGES } from './stages';
import { hasOptions, QUESTION_TYPE_LABELS, RATINGS, type SurveyQuestion } from './question';

/** Something that keeps a survey from being published. */
export interface SurveyProblem {
  /** Place of the question, from 0; null when it is about the whole survey. */
  index: number | null;
  /** The part of the question it is about. */
  field: keyof SurveyQuestion | null;
  message: string;
}

const KEY = /^[a-z][a-z0-9_]{0,59}$/;

/**
 * What keeps these questions from being published, empty when nothing does.
 *
 * @param before the questions of the versions published before: whose key stays keeps its type and
 *   what its options mean, or answers of different years would not compare
 */
export function checkSurvey(
  questions: readonly SurveyQuestion[],
  before: readonly SurveyQuestion[] = [],
): SurveyProblem[] {
  if (questions.length === 0) {
    return [{ index: null, field: null, message: 'The survey has no question yet.' }];
  }
  return questions.flatMap((question, index) => {
    const faults: [keyof SurveyQuestion, string | null][] = [
      ['text', question.text.trim() === '' ? 'has no text' : null],
      ['key', keyFault(question, questions.slice(0, index))],
      ['type', typeFault(question, before)],
      ['options', hasOptions(question) ? optionsFault(question) : null],
      ['max', rangeFault(question)],
      ['showWhen', showWhenFault(question, index, questions)],
    ];
    return faults.flatMap(([field, fault]) =>
      fault === null ? [] : [{ index, field, message: `${nameOf(question, index)} ${fault}.` }],
    );
  });
}

/** How a question is called in a sentence: by its text, or by its place while it has none. */
function nameOf({ text }: SurveyQuestion, index: number): string {
  return text.trim() === '' ? `Question ${index + 1}` : `“${text.trim()}”`;
}

function keyFault({ key }: SurveyQuestion, earlier: readonly SurveyQuestion[]): string | null {
  if (!KEY.test(key)) {
    return 'has a key that is not made of small letters, digits and _, beginning with a letter';
  }
  const twin = earlier.findIndex((other) => other.key === key);
  return twin < 0
    ? null
    : `has the key “${key}”, which ${nameOf(earlier[twin]!, twin)} has already`;
}

function typeFault(
  { key, type }: SurveyQuestion,
  before: readonly SurveyQuestion[],
): string | null {
  const old = before.find((other) => other.key === key && other.type !== type);
  return old
    ? `was asked as “${QUESTION_TYPE_LABELS[old.type]}” before; ask it as a new question, or the years cannot be compared`
    : null;
}

function optionsFault({ type, options }: SurveyQuestion): string | null {
  const isScale = type === 'stage';
  const one = isScale ? 'stage' : 'choice';
  if (options.length < (isScale ? FEWEST_STAGES : 2)) return `needs at least two ${one}s`;
  if (isScale && options.length > MOST_STAGES) return `has more than ${MOST_STAGES} stages`;
  if (options.some(({ label }) => label.trim() === '')) return `has a ${one} without a text`;
  const labels = options.map(({ label }) => label.trim().toLowerCase());
  if (new Set(labels).size < labels.length) return `has the same ${one} twice`;
  if (options.some(({ key }) => !KEY.test(key))) {
    return `has a ${one} whose key is not made of small letters, digits and _`;
  }
  const keys = new Set(options.map(({ key }) => key));
  return keys.size < options.length ? `has two ${one}s with the same key` : null;
}

function rangeFault({ type, min, max, decimals }: SurveyQuestion): string | null {
  if (type !== 'number' && type !== 'money') return null;
  if (type === 'money' && decimals !== 0 && decimals !== 2) {
    return 'is answered in whole pounds or with two digits of pence';
  }
  return max !== null && max < (min ?? 0) ? 'has a largest number below its smallest' : null;
}

function showWhenFault(
  { showWhen, phases }: SurveyQuestion,
  index: number,
  questions: readonly SurveyQuestion[],
): string | null {
  if (showWhen === null) return null;
  const at = questions.findIndex(({ key }) => key === showWhen.question);
  const trigger = questions[at];
  if (!trigger) return 'is shown by the answer to a question that is not in this survey';
  if (at === index) return 'is shown by its own answer';
  if (at > index) {
    return `is shown by the answer to ${nameOf(trigger, at)}, which comes after it; move it up`;
  }
  const possible = conditionValues(trigger);
  if (possible === null) {
    return `is shown by the answer to ${nameOf(trigger, at)}, which is neither yes or no, nor choices, nor a rating`;
  }
  if (showWhen.anyOf.length === 0) {
    return `does not say which answer to ${nameOf(trigger, at)} shows it`;
  }
  if (showWhen.anyOf.some((value) => !possible.includes(value))) {
    return `is shown by an answer that ${nameOf(trigger, at)} does not have`;
  }
  return phases.length > 0 && trigger.phases.length > 0 && !isAskedIn(phases, trigger.phases)
    ? `can never be shown: it and ${nameOf(trigger, at)} are for different phases`
    : null;
}

/** The answers of a question that can show another; null when its type cannot. */
export function conditionValues(question: SurveyQuestion): (string | number | boolean)[] | null {
  if (question.type === 'yes_no') return [true, false];
  if (question.type === 'rating') return [...RATINGS];
  return hasOptions(question) ? question.options.map(({ key }) => key) : null;
}
