import type { QuestionType } from '../survey';

/** A choice of a question (yes and no and the five ratings too), and how many schools chose it. */
export interface CountedChoice {
  /** The option's key; `true` and `false`, `1` to `5`. */
  key: string;
  label: string;
  schools: number;
  /** Of the schools that answered the question, 0 to 1, three decimals. */
  share: number;
}

/** How the numbers or amounts of a question lie; quartiles between two answers are in proportion. */
export interface Spread {
  lowest: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  highest: number;
}

/** A label that texts were given, and how many schools' texts have it. */
export interface CountedTag {
  id: string;
  label: string;
  schools: number;
}

/** What schools answered to one question. */
export interface QuestionFigures {
  /** Schools that answered it; always known. */
  answers: number;
  /** Fewer than five, or such a group could be worked out: nothing else is given. */
  tooFew: boolean;
  /** In the order of the question. */
  choices: CountedChoice[];
  /** Of numbers, money and ratings. */
  spread: Spread | null;
  /** Of texts, the most frequent first. */
  tags: CountedTag[];
}

/** What a kind of question is summed up by. */
export type FigureKind = 'choices' | 'numbers' | 'rating' | 'texts';

export const FIGURE_KINDS: Readonly<Record<QuestionType, FigureKind>> = {
  yes_no: 'choices',
  one_choice: 'choices',
  several_choices: 'choices',
  number: 'numbers',
  money: 'numbers',
  rating: 'rating',
  // Counted by stage, and never averaged (rule 16).
  stage: 'choices',
  short_text: 'texts',
  long_text: 'texts',
};
