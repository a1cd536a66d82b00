import type { SurveyQuestion } from '@tracker/domain';

/** One question of those of a draft, and how it changes them. */
export interface EditorProps {
  questions: readonly SurveyQuestion[];
  index: number;
  onChange: (questions: SurveyQuestion[]) => void;
}
