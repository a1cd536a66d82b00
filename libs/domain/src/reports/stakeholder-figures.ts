import type { AcademicYear } from '../academic-year';
import type { Day } from '../day';
import type { Forecast } from '../progress';
import type { Narrative } from './narrative';

/** What is counted of a group of schools. */
export interface FigureGroup {
  /** What the group is called in the tracker; null for schools of which it is not known. */
  key: string | null;
  label: string;
  schoolsInScope: number;
  visits: number;
  covered: number;
  notVisitedInThreeYears: number;
  surveys: number;
}

export interface RegionFigures extends FigureGroup {
  target: number;
  expectedByToday: number;
}

export interface RankedFigure {
  label: string;
  schools: number;
}

/** Of music development plans. */
export interface PlanFigures {
  states: RankedFigure[];
  /** Schools with a confirmed plan for the year. */
  confirmed: number;
  /** By key stage. */
  hour: { label: string; met: number; notMet: number; notStated: number }[];
}

/**
 * The figures of a stakeholder report, as they were when somebody asked for it: however often it has
 * to be begun, it says the same.
 */
export interface StakeholderFigures {
  hubName: string;
  /** null for the whole hub. */
  regionName: string | null;
  academicYear: AcademicYear;
  asOf: Day;
  madeOn: Day;
  narrative: Narrative;
  target: number;
  visits: number;
  schoolsVisited: number;
  expectedByToday: number;
  forecast: Forecast | null;
  targetReachedOn: Day | null;
  weeklyRateNeeded: number | null;
  surveys: { target: number; submitted: number };
  cycle: {
    startsIn: AcademicYear;
    closesOn: Day;
    schoolsInScope: number;
    schoolsCovered: number;
    schoolsBooked: number;
    schoolsNeither: number;
    slackInWords: string;
  };
  notVisitedInThreeYears: number;
  regions: RegionFigures[];
  districts: FigureGroup[];
  phases: FigureGroup[];
  types: FigureGroup[];
  bands: FigureGroup[];
  /** Days of one week apart; see the progress of a year. */
  series: { day: Day; expected: number; visits: number | null; withBooked: number | null }[];
  backlog: { day: Day; schools: number }[];
  outcomes: {
    held: number;
    cancelledBySchool: number;
    cancelledByHub: number;
    notHeld: number;
    unlogged: number;
    reasons: { outcome: string; reason: string; visits: number }[];
  };
  needs: {
    /** Schools whose visits or answers were read. */
    schools: number;
    needs: RankedFigure[];
    barriers: RankedFigure[];
    wanted: RankedFigure[];
  };
  /** Left out of reports that were asked for before plans were counted. */
  plans?: PlanFigures;
  notes: string[];
}
