import type {
  AskedFilterOf,
  CountWithList,
  GroupCounts,
  SCHOOL_GROUP_FILTERS,
  SchoolFilter,
  VisitFilter,
} from '@tracker/contract';
import { addDays, AGREED_VISIT_STATUSES, type Day, type VisitCycleSpan } from '@tracker/domain';
import type { GroupFigures, OutcomeKey } from '@tracker/data';
import type { ProgressScope } from './progress-query';

/** What the lists of one group of schools are narrowed by. */
export type GroupFilter = AskedFilterOf<{ filters: typeof SCHOOL_GROUP_FILTERS }>;

const visits = (count: number, filter: VisitFilter): CountWithList => ({
  ...{ count, resource: 'visits' },
  filter,
});
const schools = (count: number, filter: SchoolFilter): CountWithList => ({
  ...{ count, resource: 'schools' },
  filter,
});

const NOT_VISITED: SchoolFilter = { state: ['never_visited', 'overdue'] };

/** Says of each number which list has exactly the records that it counts. */
export class ProgressLists {
  private readonly counting: VisitFilter;
  private readonly day: Pick<SchoolFilter, 'asOf'>;
  private readonly cycle: Pick<SchoolFilter, 'cycle'>;

  constructor(
    private readonly scope: Pick<ProgressScope, 'year' | 'asOf' | 'today'>,
    { startsIn }: Pick<VisitCycleSpan, 'startsIn'>,
  ) {
    const { year, asOf, today } = scope;
    this.counting = { counting: true, academicYear: year, to: asOf };
    // Today's lists go on being today's when they are opened again tomorrow.
    this.day = asOf === today ? {} : { asOf };
    this.cycle = { cycle: startsIn };
  }

  group(figures: GroupFigures, group: GroupFilter): GroupCounts {
    const { counting } = this;
    const of = { ...group, ...this.day };
    const cover = { ...of, ...this.cycle };
    return {
      schoolsInScope: schools(figures.schoolsInScope, { ...of, inScope: true }),
      visits: visits(figures.visits, { ...group, ...counting }),
      schoolsVisited: schools(figures.schoolsVisited, {
        ...{ ...of, inScope: true },
        visitedIn: this.scope.year,
      }),
      covered: schools(figures.covered, { ...cover, coveredInCycle: true }),
      booked: schools(figures.booked, { ...cover, coveredInCycle: false, booked: true }),
      neither: schools(figures.neither, { ...cover, coveredInCycle: false, booked: false }),
      notVisitedInThreeYears: schools(figures.notVisitedInThreeYears, {
        ...of,
        ...NOT_VISITED,
      }),
      surveys: visits(figures.surveys, { ...group, ...counting, surveySubmitted: true }),
    };
  }

  /** Counting visits of the year up to and with a day. */
  visitsUpTo(to: Day, count: number, group: GroupFilter): CountWithList {
    return visits(count, { ...group, ...this.counting, to });
  }

  /** Schools not visited in three years on a day. */
  backlogOn(day: Day, count: number, group: GroupFilter): CountWithList {
    const asOf = day === this.scope.today ? {} : { asOf: day };
    return schools(count, { ...group, ...asOf, ...NOT_VISITED });
  }

  /** Visits of the year by what became of them. */
  outcome(outcome: OutcomeKey, count: number, group: GroupFilter): CountWithList {
    return visits(count, this.outcomeFilter(outcome, group));
  }

  reason(outcome: OutcomeKey, alike: string, group: GroupFilter): VisitFilter {
    return { ...this.outcomeFilter(outcome, group), reason: alike };
  }

  private outcomeFilter(outcome: OutcomeKey, group: GroupFilter): VisitFilter {
    const { year, asOf } = this.scope;
    return { ...group, academicYear: year, ...OUTCOME_FILTERS[outcome](asOf) };
  }
}

const OUTCOME_FILTERS: Record<OutcomeKey, (asOf: Day) => VisitFilter> = {
  held: (to) => ({ status: 'completed', to }),
  cancelled_by_school: (to) => ({ status: 'cancelled', cancelledBy: 'school', to }),
  cancelled_by_hub: (to) => ({ status: 'cancelled', cancelledBy: 'hub', to }),
  not_held: (to) => ({ status: 'not_held', to }),
  // On its own day a visit is still to be held.
  unlogged: (asOf) => ({ status: [...AGREED_VISIT_STATUSES], to: addDays(asOf, -1) }),
};
