/** The counts of one group of schools. */
export interface GroupFigures {
  schoolsInScope: number;
  /** Counting visits of the days asked for. */
  visits: number;
  /** Schools in scope with one of these, theirs or a predecessor's. */
  schoolsVisited: number;
  /** Rule 9. */
  covered: number;
  /** Not covered, and somebody is to come (rule 8). */
  booked: number;
  /** Neither covered nor booked. */
  neither: number;
  /** Never visited or overdue (rule 7). */
  notVisitedInThreeYears: number;
  /** Of the visits, those with a submitted survey (rule 12). */
  surveys: number;
}

export const NO_FIGURES: GroupFigures = {
  schoolsInScope: 0,
  visits: 0,
  schoolsVisited: 0,
  covered: 0,
  booked: 0,
  neither: 0,
  notVisitedInThreeYears: 0,
  surveys: 0,
};
