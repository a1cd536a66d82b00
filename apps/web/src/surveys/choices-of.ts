import { RATINGS, type SurveyQuestion } from '@tracker/domain';

export interface AnswerChoice {
  value: string | number | boolean;
  label: string;
}

/** What can be chosen; null where the answer is typed. */
export function answerChoicesOf(question: SurveyQuestion): AnswerChoice[] | null {
  switch (question.type) {
    case 'yes_no':
      return [
        { value: true, label: 'Yes' },
        { value: false, label: 'No' },
      ];
    case 'rating':
      return RATINGS.map((value) => ({ value, label: ratingLabel(value, question) }));
    case 'one_choice':
    case 'several_choices':
    case 'stage':
      return question.options.map(({ key, label }) => ({ value: key, label }));
    default:
      return null;
  }
}

function ratingLabel(value: number, { low, high }: SurveyQuestion): string {
  if (value === 1 && low) return `1 – ${low}`;
  return value === 5 && high ? `5 – ${high}` : String(value);
}
