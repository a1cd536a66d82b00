import type { QuestionType, SurveyOption, SurveyQuestion } from '../survey';

/** A question as its answers of one year are summed up. */
export interface SummaryQuestion {
  key: string;
  type: QuestionType;
  text: string;
  /** Heading of the part of the survey it stands in; null where there is none. */
  section: string | null;
  unit: string | null;
  /** What 1 and 5 of a rating mean. */
  low: string | null;
  high: string | null;
  /** Of all versions, in the words and the order of the newest. */
  options: SurveyOption[];
  /** Asked in older versions only. */
  older: boolean;
}

/**
 * The questions of the versions that were answered in a year: those of the newest in its order, then
 * those that only older ones ask. A question is the same by its key.
 *
 * @param versions the newest first
 */
export function summaryQuestions(
  versions: readonly { questions: readonly SurveyQuestion[] }[],
): SummaryQuestion[] {
  const byKey = new Map<string, SummaryQuestion>();
  versions.forEach(({ questions }, age) => {
    let section: string | null = null;
    for (const question of questions) {
      section = question.section ?? section;
      const newer = byKey.get(question.key);
      if (newer) addOptions(newer.options, question.options);
      else byKey.set(question.key, { ...asSummed(question), section, older: age > 0 });
    }
  });
  return [...byKey.values()];
}

function asSummed(question: SurveyQuestion): Omit<SummaryQuestion, 'section' | 'older'> {
  const { key, type, text, unit, low, high } = question;
  const options = optionsOf(question).map((option) => ({ ...option }));
  return { key, type, text, unit, low, high, options };
}

/** Yes and no and the ratings are choices like others. */
function optionsOf({ type, options }: SurveyQuestion): SurveyOption[] {
  const option = (key: string, label: string) => ({ key, label, alone: false });
  if (type === 'yes_no') return [option('true', 'Yes'), option('false', 'No')];
  if (type === 'rating') return ['1', '2', '3', '4', '5'].map((key) => option(key, key));
  return options;
}

function addOptions(known: SurveyOption[], older: readonly SurveyOption[]): void {
  for (const option of older) {
    if (!known.some(({ key }) => key === option.key)) known.push({ ...option });
  }
}

/** Why the answers of two years are not set beside each other. */
export type NotCompared = 'not_asked' | 'another_kind' | 'another_unit' | 'another_scale';

export const NOT_COMPARED_WORDS: Readonly<Record<NotCompared, string>> = {
  not_asked: 'It was not asked in that year.',
  another_kind: 'It was asked as another kind of question in that year, so the two do not compare.',
  another_unit: 'It was asked in another unit in that year, so the two do not compare.',
  another_scale: 'It was asked on another scale in that year, so the two do not compare.',
};

/** Whether a question can be compared with the one of the same key in another year; null when it can. */
export function whyNotCompared(
  question: SummaryQuestion,
  other: SummaryQuestion | undefined,
): NotCompared | null {
  if (!other) return 'not_asked';
  if (!isOneKind(question.type, other.type)) return 'another_kind';
  if (question.unit !== other.unit) return 'another_unit';
  return question.type === 'stage' && !isOneScale(question, other) ? 'another_scale' : null;
}

/** The same stages in the same order, however they are worded (rule 16). */
const isOneScale = ({ options }: SummaryQuestion, other: SummaryQuestion): boolean =>
  options.map(({ key }) => key).join() === other.options.map(({ key }) => key).join();

/** A short and a long text are both read; every other kind compares with itself alone. */
const TEXTS: readonly QuestionType[] = ['short_text', 'long_text'];
const isOneKind = (a: QuestionType, b: QuestionType) =>
  a === b || (TEXTS.includes(a) && TEXTS.includes(b));
