import type { SurveyVersion } from '@tracker/contract';
import { orderTogether, QUESTION_TYPE_LABELS, type SurveyQuestion } from '@tracker/domain';
import type { FieldWords } from '../conflicts/conflict';

type Draft = Pick<SurveyVersion, 'title' | 'intro' | 'questions'>;
type Values = Readonly<Record<string, unknown>>;

/** A question as a field of its own, so that two people who change different ones do not meet. */
const fieldOf = (key: string) => `question ${key}`;

/** A draft as the form for two people sees it: title, introduction and each question. */
export function draftValues({ title, intro, questions }: Draft): Values {
  const each = questions.map((question) => [fieldOf(question.key), question] as const);
  return { title, intro, ...Object.fromEntries(each) };
}

/** The fields of three states of a draft, in the words of whoever has to choose. */
export function draftFields(...drafts: readonly Draft[]): FieldWords[] {
  const texts = new Map(
    drafts.flatMap(({ questions }) => questions.map(({ key, text }) => [key, text] as const)),
  );
  return [
    { name: 'title', label: 'Title' },
    { name: 'intro', label: 'Introduction', long: true },
    ...[...texts].map(([key, text]) => ({
      name: fieldOf(key),
      label: `Question “${text || 'without a text'}”`,
      inWords: (value: unknown) => questionInWords(value as SurveyQuestion | undefined),
    })),
  ];
}

function questionInWords(question: SurveyQuestion | undefined): string {
  if (!question) return 'Not in the survey';
  const { text, type, help, required, options } = question;
  const choices = options.map(({ label }) => label).join(', ');
  return [
    text || 'No text yet',
    QUESTION_TYPE_LABELS[type] + (choices ? `: ${choices}` : ''),
    ...(required ? ['An answer is required'] : []),
    ...(help ? [`Help: ${help}`] : []),
  ].join('\n');
}

/** The draft that comes of the chosen fields, its questions in an order that does both justice. */
export function draftOf(
  values: Values,
  { base, mine, theirs }: Record<'base' | 'mine' | 'theirs', Draft>,
): Draft {
  const keysOf = ({ questions }: Draft) => questions.map(({ key }) => key);
  const order = orderTogether(keysOf(base), keysOf(mine), keysOf(theirs));
  const chosen = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith(fieldOf('')) && value ? [value as SurveyQuestion] : [],
  );
  // One that came while this person was asked was no field yet.
  const late = theirs.questions.filter(
    ({ key }) => !keysOf(base).includes(key) && !(fieldOf(key) in values),
  );
  // One that the other took out and this person kept stands at the end.
  const placeOf = ({ key }: SurveyQuestion) =>
    order.includes(key) ? order.indexOf(key) : order.length;
  return {
    title: values.title as string,
    intro: (values.intro as string | null) || null,
    questions: [...chosen, ...late].sort((a, b) => placeOf(a) - placeOf(b)),
  };
}
