import type { SurveyQuestion } from '@tracker/domain';
import { QuestionField } from './QuestionField';
import type { SurveyFormProps } from './survey-form-props';

type QuestionFieldsProps = Omit<SurveyFormProps, 'version' | 'phases' | 'headingLevel'> & {
  questions: readonly SurveyQuestion[];
};

/** Questions one below the other, each with its answer, what is known and what is wrong. */
export function QuestionFields(props: QuestionFieldsProps) {
  const { questions, answers, onAnswer, errors = {}, known = {}, disabled } = props;
  return questions.map((question) => (
    <QuestionField
      key={question.key}
      question={question}
      answer={Object.hasOwn(answers, question.key) ? answers[question.key] : undefined}
      onAnswer={(answer) => onAnswer(question.key, answer)}
      error={Object.hasOwn(errors, question.key) ? errors[question.key] : undefined}
      known={Object.hasOwn(known, question.key) ? known[question.key] : undefined}
      disabled={disabled}
    />
  ));
}
