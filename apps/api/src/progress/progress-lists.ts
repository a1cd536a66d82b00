import type {
  AskedFilterOf,
  CountWithList,
  GroupCounts,
  SCHOOL_GROUP_FILTERS,
  SchoolFilter,
  VisitFilter,
} from '@tracker/contract';
import {
  type AcademicYear,
  addDays,
  AGREED_VISIT_STATUSES,
  type Day,
  eachFigure,
  PROGRESS_FIGURES,
  type ProgressFigure,
  type VisitCycleSpan,
} from '@tracker/domain';
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

/** Says of each number which list has exactly the records that it counts. */
export class ProgressLists {
  private readonly counting: VisitFilter;
  private readonly day: Pick<SchoolFilter, 'asOf'>;
  private readonly figureScope: { year: AcademicYear; cycle: AcademicYear };

  constructor(
    private readonly scope: Pick<ProgressScope, 'year' | 'asOf' | 'today'>,
    { startsIn }: Pick<VisitCycleSpan, 'startsIn'>,
  ) {
    const { year, asOf, today } = scope;
    this.counting = { counting: true, academicYear: year, to: asOf };
    // Today's lists go on being today's when they are opened again tomorrow.
    this.day = asOf === today ? {} : { asOf };
    this.figureScope = { year, cycle: startsIn };
  }

  group(figures: GroupFigures, group: GroupFilter): GroupCounts {
    return eachFigure((key) => this.figure(key, figures[key], group));
  }

  /** Counting visits of the year up to and with a day. */
  visitsUpTo(to: Day, count: number, group: GroupFilter): CountWithList {
    return visits(count, { ...group, ...this.counting, to });
  }

  /** Schools not visited in three years on a day. */
  backlogOn(day: Day, count: number, group: GroupFilter): CountWithList {
    const asOf = day === this.scope.today ? {} : { asOf: day };
    return schools(count, {
      ...group,
      ...asOf,
      ...PROGRESS_FIGURES.notVisitedInThreeYears.where(),
    });
  }

  /** Visits of the year by what became of them. */
  outcome(outcome: OutcomeKey, count: number, group: GroupFilter): CountWithList {
    return visits(count, this.outcomeFilter(outcome, group));
  }

  reason(outcome: OutcomeKey, alike: string, group: GroupFilter): VisitFilter {
    return { ...this.outcomeFilter(outcome, group), reason: alike };
  }

  private figure(key: ProgressFigure, count: number, group: GroupFilter): CountWithList {
    const figure = PROGRESS_FIGURES[key];
    return figure.of === 'visits'
      ? visits(count, { ...group, ...this.counting, ...figure.where() })
      : schools(count, { ...group, ...this.day, ...figure.where(this.figureScope) });
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
