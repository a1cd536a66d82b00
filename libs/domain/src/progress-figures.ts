import type { AcademicYear } from './academic-year';
import type { VisitState } from './visit-state';

/** What a filter of a figure may ask about beside the day counted as of. */
interface FigureScope {
  year: AcademicYear;
  /** The first academic year of the cycle that the year is in. */
  cycle: AcademicYear;
}

interface Figure {
  /** What is counted: schools in scope, or counting visits of the year. */
  of: 'schools' | 'visits';
  /** The filter of the list that has exactly these, beside the group and the day. */
  where: (scope: FigureScope) => Record<string, unknown>;
  /** Read after the number. */
  words: string;
  /** In the table of groups; null where the number is no column there. */
  column: { words: string; withShare?: true } | null;
}

const NOT_VISITED: VisitState[] = ['never_visited', 'overdue'];

/**
 * The figures of progress: of the whole hub and of each group of schools, in the order of the columns.
 * The answer, its description, the lists behind the numbers and the table of groups follow from this.
 */
export const PROGRESS_FIGURES = {
  /** Counting visits of the days asked for. */
  visits: { of: 'visits', where: () => ({}), words: 'visits', column: { words: 'Visits' } },
  schoolsInScope: {
    of: 'schools',
    where: () => ({ inScope: true }),
    words: 'schools in scope',
    column: { words: 'Schools' },
  },
  /** Schools in scope with one of the visits, theirs or a predecessor's. */
  schoolsVisited: {
    of: 'schools',
    where: ({ year }) => ({ inScope: true, visitedIn: year }),
    words: 'schools visited in the year',
    column: { words: 'Visited this year', withShare: true },
  },
  /** Rule 9. */
  covered: {
    of: 'schools',
    where: ({ cycle }) => ({ cycle, coveredInCycle: true }),
    words: 'schools covered in the cycle',
    column: { words: 'Covered', withShare: true },
  },
  /**
   * Not covered, and somebody is to come (rule 8); on a past day, of what is still booked that which
   * was on record by then.
   */
  booked: {
    of: 'schools',
    where: ({ cycle }) => ({ cycle, coveredInCycle: false, booked: true }),
    words: 'schools booked and not covered',
    column: null,
  },
  neither: {
    of: 'schools',
    where: ({ cycle }) => ({ cycle, coveredInCycle: false, booked: false }),
    words: 'schools neither covered nor booked',
    column: { words: 'Neither', withShare: true },
  },
  /** Never visited or overdue (rule 7). */
  notVisitedInThreeYears: {
    of: 'schools',
    where: () => ({ state: NOT_VISITED }),
    words: 'schools not visited in three years',
    column: { words: 'Not in three years', withShare: true },
  },
  /** Of the visits, those with a submitted survey (rule 12). */
  surveys: {
    of: 'visits',
    where: () => ({ surveySubmitted: true }),
    words: 'visits with a submitted survey',
    column: { words: 'Surveys' },
  },
} as const satisfies Record<string, Figure>;

type Figures = typeof PROGRESS_FIGURES;
export type ProgressFigure = keyof Figures;
export const PROGRESS_FIGURE_KEYS = Object.keys(PROGRESS_FIGURES) as readonly ProgressFigure[];

/** Figures counted in schools, or in visits. */
export type FigureOf<Counted extends Figure['of']> = {
  [Key in ProgressFigure]: Figures[Key]['of'] extends Counted ? Key : never;
}[ProgressFigure];

/** One value for each figure. */
export type EachFigure<Value> = { [Key in keyof Figures]: Value };

export const eachFigure = <Value>(valueOf: (key: ProgressFigure) => Value): EachFigure<Value> =>
  Object.fromEntries(PROGRESS_FIGURE_KEYS.map((key) => [key, valueOf(key)])) as EachFigure<Value>;
