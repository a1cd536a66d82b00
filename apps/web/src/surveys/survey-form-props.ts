import type { KnownAnswers } from '@tracker/contract';
import type { AnswerErrors, GivenAnswers, QuestionPhase, SurveyQuestion } from '@tracker/domain';

/**
 * A survey to fill in. The owner keeps the answers, asks `validateAnswers` and hands in what it says;
 * hidden questions keep what was typed until `answersToKeep` leaves it aside.
 */
export interface SurveyFormProps {
  version: { questions: readonly SurveyQuestion[] };
  /** Of the school, see `phasesOfSchool`. */
  phases: readonly QuestionPhase[];
  /** By question key. A number that cannot be read stands here as the text that was typed. */
  answers: GivenAnswers;
  /** One answer changed; undefined is "not recorded". */
  onAnswer: (key: string, answer: unknown) => void;
  /** Sentences by question key; the focus goes to the first when `focusErrors` rises. */
  errors?: AnswerErrors;
  /** Rises with each attempt to hand in: then the first question with an error gets the focus. */
  focusErrors?: number;
  /** What is known already, shown beside its question with source and day. */
  known?: KnownAnswers;
  disabled?: boolean;
  /** Level of the section headings; default 2. */
  headingLevel?: 2 | 3 | 4;
}
