import { type EachFigure, eachFigure } from '@tracker/domain';

/** The counts of one group of schools. */
export type GroupFigures = EachFigure<number>;

export const NO_FIGURES: GroupFigures = eachFigure(() => 0);
