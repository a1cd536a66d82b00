import type { Forecast } from '@tracker/domain';
import type { FollowUpAction, FollowUpActionFilter } from './follow-up-actions';
import type { ImportFilter } from './imports';
import type { QueueFilter } from './priority-queue';
import type { SchoolFilter } from './schools';
import type { Visit, VisitFilter } from './visits';

/** `GET /api/today`: the day the server calls today, so that a screen and the rules agree. */
export interface Today {
  /** `YYYY-MM-DD`, in Europe/London. */
  today: string;
}

/** What the figures of the page Today count; the words for them are the screen's. */
export const TODAY_FIGURES = [
  'visits_this_year',
  'booked',
  'not_visited',
  'not_covered',
  'unlogged',
  'at_closed_school',
  'without_visitor',
  'proposed',
  'overdue_actions',
  'this_week',
  'failed_imports',
  'schools_to_decide',
  'without_region',
  'my_visits',
  'my_unlogged',
  'my_overdue_actions',
  'my_due_actions',
] as const;
export type TodayFigureKey = (typeof TODAY_FIGURES)[number];

/** Lists whose lengths are figures, each with its filter. */
interface CountedLists {
  visits: VisitFilter;
  schools: SchoolFilter;
  'priority-queue': QueueFilter;
  'follow-up-actions': FollowUpActionFilter;
  imports: ImportFilter;
}

/** A list by its filter. */
export type CountedList = {
  [Resource in keyof CountedLists]: { resource: Resource; filter: CountedLists[Resource] };
}[keyof CountedLists];

/** A number with the list of exactly the records that it counts. */
export interface ListLength {
  count: number;
  resource: CountedList['resource'];
  /** The `filter` of that list. */
  filter: Record<string, unknown>;
}

export interface TodayFigure extends ListLength {
  key: TodayFigureKey;
}

/** Where the academic year stands against its target, the whole hub taken together. */
export interface YearStanding {
  academicYear: string;
  target: number;
  /** Counting visits so far. */
  visits: number;
  /** Visits expected by today, one decimal. */
  expectedByToday: number;
  /** Null before the first school day is over. */
  forecast: Forecast | null;
  /** Visits a school week still needed; null when no school day is left. */
  weeklyRateNeeded: number | null;
  /** Term dates were not known, and weekdays outside August took their place. */
  assumed: boolean;
}

/** Where the three years stand. */
export interface CycleStandingToday {
  startsIn: string;
  closesOn: string;
  schoolsInScope: number;
  schoolsCovered: number;
  /** Visits that can still be made less schools not yet covered. */
  slack: number;
  /** `at 180 a year, 14 schools will be missed` */
  slackInWords: string;
}

/** What is booked in the half term that begins next and what it takes, the whole hub taken together. */
export interface NextHalfTerm {
  /** `Spring term, first half`; the term where it has no half term. */
  name: string;
  /** First and last school day. */
  from: string;
  to: string;
  /** Counting visits scheduled or confirmed for those days. */
  booked: ListLength;
  /** Visits that the expected pace takes in those days. */
  atPace: number;
}

/** `GET /api/today/summary`: what whoever asks has to know and to decide today. */
export interface TodaySummary {
  today: string;
  /** In the order in which they matter to the role. */
  figures: TodayFigure[];
  /** For those who see to the whole hub; null for a regional team. */
  year: YearStanding | null;
  cycle: CycleStandingToday | null;
  /** For those who see to the whole hub; null too where its term dates are not known. */
  nextHalfTerm: NextHalfTerm | null;
  /** Today's and tomorrow's visits: one's own in a regional team, else everybody's; at most 20. */
  visits: Visit[];
  /** Visits whose day has passed: one's own, or everybody's; the longest ago first, at most 10. */
  unlogged: Visit[];
  /** One's own open actions that are overdue or due this week, the earliest first, at most 10. */
  actions: FollowUpAction[];
}
