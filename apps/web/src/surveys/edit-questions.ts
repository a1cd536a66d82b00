import {
  hasOptions,
  keyFrom,
  newQuestion,
  type QuestionType,
  type ShowWhen,
  STARTING_SCALE,
  type SurveyQuestion,
} from '@tracker/domain';

type Questions = readonly SurveyQuestion[];

/** A key that nobody has given a meaning yet; it follows the text until the survey is published. */
const PROVISIONAL = /^(question|choice)(_\d+)?$/;

export function addQuestion(questions: Questions, type: QuestionType): SurveyQuestion[] {
  const key = keyFrom(
    '',
    questions.map((question) => question.key),
  );
  return [...questions, withType(newQuestion({ key, type, text: '' }), type)];
}

/** What shows others goes with the question: they are shown always then, and it is seen that they are. */
export function removeQuestion(questions: Questions, index: number): SurveyQuestion[] {
  const gone = questions[index]?.key;
  return questions
    .filter((_, at) => at !== index)
    .map((question) =>
      question.showWhen?.question === gone ? { ...question, showWhen: null } : question,
    );
}

export function moveQuestion(questions: Questions, from: number, to: number): SurveyQuestion[] {
  const moved = [...questions];
  const [question] = moved.splice(from, 1);
  if (question) moved.splice(to, 0, question);
  return moved;
}

/** A question in place of the one at a place; whatever is shown by it follows its key. */
export function changeQuestion(
  questions: Questions,
  index: number,
  changed: SurveyQuestion,
): SurveyQuestion[] {
  const before = questions[index]?.key;
  return questions.map((question, at) => {
    if (at === index) return changed;
    const { showWhen } = question;
    return showWhen && showWhen.question === before && before !== changed.key
      ? { ...question, showWhen: { ...showWhen, question: changed.key } }
      : question;
  });
}

/** Gives a new question a key that says what it asks, once its text is written. */
export function nameQuestion(questions: Questions, index: number): SurveyQuestion[] {
  const question = questions[index];
  if (!question || !PROVISIONAL.test(question.key) || question.text.trim() === '') {
    return [...questions];
  }
  const taken = questions.filter((_, at) => at !== index).map(({ key }) => key);
  return changeQuestion(questions, index, { ...question, key: keyFrom(question.text, taken) });
}

/** Names new choices after their labels; what is shown by them follows. */
export function nameOptions(questions: Questions, index: number): SurveyQuestion[] {
  const question = questions[index];
  if (!question) return [...questions];
  const renamed = new Map<string, string>();
  const taken = new Set(question.options.map(({ key }) => key));
  const options = question.options.map((option) => {
    if (!PROVISIONAL.test(option.key) || option.label.trim() === '') return option;
    const key = keyFrom(option.label, taken, 'choice');
    taken.add(key);
    renamed.set(option.key, key);
    return { ...option, key };
  });
  if (renamed.size === 0) return [...questions];
  const follow = (showWhen: ShowWhen): ShowWhen => ({
    ...showWhen,
    anyOf: showWhen.anyOf.map((value) => renamed.get(String(value)) ?? value),
  });
  return questions.map((other, at) => {
    if (at === index) return { ...other, options };
    return other.showWhen?.question === question.key
      ? { ...other, showWhen: follow(other.showWhen) }
      : other;
  });
}

/** A question turned into another type, without what that type does not use. */
export function withType(question: SurveyQuestion, type: QuestionType): SurveyQuestion {
  const { key, text, section, help, required, phases, showWhen } = question;
  const bare = newQuestion({ key, type, text, section, help, required, phases, showWhen });
  if (!hasOptions(bare)) return bare;
  const written = question.options.some(({ label }) => label.trim() !== '');
  if (type === 'stage') return { ...bare, options: written ? question.options : startingScale() };
  const options =
    question.options.length > 0 ? question.options : [newOption([]), newOption(['choice'])];
  return { ...bare, options };
}

const startingScale = () =>
  STARTING_SCALE.map((label) => ({ key: keyFrom(label, [], 'choice'), label, alone: false }));

export const newOption = (taken: readonly string[]) => ({
  key: keyFrom('', taken, 'choice'),
  label: '',
  alone: false,
});
