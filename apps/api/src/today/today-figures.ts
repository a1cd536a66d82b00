import {
  type CountedList,
  type FollowUpActionFilter,
  mayRunTheHub,
  NO_REGION,
  reachOf,
  type SignedInUser,
  type TodayFigure,
  type TodayFigureKey,
  type VisitFilter,
} from '@tracker/contract';
import {
  academicYearOf,
  academicYearSpan,
  addDays,
  AGREED_VISIT_STATUSES,
  COUNTING_VISIT_STATUS,
  type Day,
  type DayRange,
  mondayOf,
  OPEN_ACTION_STATUSES,
  sundayOf,
  VISIT_KINDS,
  type VisitKind,
  type VisitState,
} from '@tracker/domain';

type Asked = CountedList & Pick<TodayFigure, 'key'>;

const NOT_VISITED: VisitState[] = ['never_visited', 'overdue'];
/** A failed import is old news after so many days. */
const IMPORT_DAYS = 14;

/** Whoever writes for schools of their own regions sees what is theirs; the others the whole hub. */
export const seesOwnOnly = (user: Pick<SignedInUser, 'role'>): boolean =>
  reachOf(user, 'schoolRecords') === 'own';

/** The lists whose lengths are the figures of a person's page, in the order in which they matter. */
export function figuresFor(
  user: SignedInUser,
  today: Day,
  kindsNotCounting: readonly VisitKind[],
): Asked[] {
  const all = allFigures(user, today, kindsNotCounting);
  return keysFor(user).map((key) => ({ key, ...all[key] }));
}

/** The visits that are booked in a stretch of days and will count. */
export function bookedIn(
  { from, to }: DayRange,
  kindsNotCounting: readonly VisitKind[],
): CountedList {
  const status = [...AGREED_VISIT_STATUSES];
  return { resource: 'visits', filter: { from, to, status, ...countingKinds(kindsNotCounting) } };
}

/** Where every kind counts the list needs no filter by kind. */
function countingKinds(kindsNotCounting: readonly VisitKind[]): { kind?: VisitKind[] } {
  const kind = VISIT_KINDS.filter((each) => !kindsNotCounting.includes(each));
  return kind.length < VISIT_KINDS.length ? { kind } : {};
}

function keysFor(user: SignedInUser): TodayFigureKey[] {
  if (seesOwnOnly(user)) {
    return [
      'my_visits',
      'my_unlogged',
      'my_overdue_actions',
      'my_due_actions',
      'plans_before_visit',
      'plans_to_confirm',
      'unlogged',
      'overdue_actions',
      'not_visited',
      'without_visitor',
      'at_closed_school',
    ];
  }
  if (!mayRunTheHub(user)) return ['visits_this_year', 'not_covered', 'not_visited'];
  return [
    'visits_this_year',
    'booked',
    'not_visited',
    'unlogged',
    'proposed',
    'at_closed_school',
    'overdue_actions',
    'plans_to_confirm',
    'this_week',
    'failed_imports',
    'schools_to_decide',
    'without_region',
  ];
}

function allFigures(
  user: SignedInUser,
  today: Day,
  kindsNotCounting: readonly VisitKind[],
): Record<TodayFigureKey, CountedList> {
  const region = seesOwnOnly(user) && user.regionIds.length > 0 ? { regionId: user.regionIds } : {};
  const year: VisitFilter = {
    status: COUNTING_VISIT_STATUS,
    academicYear: academicYearOf(today),
    ...countingKinds(kindsNotCounting),
  };
  const mine = { visitorId: user.id };
  const week: VisitFilter = {
    from: mondayOf(today),
    to: sundayOf(today),
    status: [...AGREED_VISIT_STATUSES, COUNTING_VISIT_STATUS],
  };
  const soon = { from: today, to: addDays(today, 1), status: [...AGREED_VISIT_STATUSES] };
  const visits = (filter: VisitFilter): CountedList => ({ resource: 'visits', filter });
  const actions = (filter: FollowUpActionFilter): CountedList => ({
    ...{ resource: 'follow-up-actions', filter },
  });
  return {
    visits_this_year: visits({ ...region, ...year }),
    booked: visits({
      ...region,
      from: today,
      to: academicYearSpan(academicYearOf(today)).closesOn,
      status: AGREED_VISIT_STATUSES,
    }),
    not_visited: { resource: 'priority-queue', filter: { ...region, state: NOT_VISITED } },
    not_covered: { resource: 'schools', filter: { ...region, coveredInCycle: false } },
    unlogged: visits({ ...region, unlogged: true }),
    without_visitor: visits({ ...region, withoutVisitor: true, from: today }),
    at_closed_school: visits({ ...region, atClosedSchool: true }),
    proposed: visits({ ...region, status: 'proposed' }),
    overdue_actions: actions({ ...region, status: OPEN_ACTION_STATUSES, due: 'overdue' }),
    this_week: visits({ ...region, ...week }),
    failed_imports: {
      resource: 'imports',
      filter: { status: 'failed', dryRun: false, since: addDays(today, -IMPORT_DAYS) },
    },
    schools_to_decide: { resource: 'schools', filter: { awaitsDecision: true } },
    without_region: { resource: 'schools', filter: { regionId: NO_REGION, inScope: true } },
    my_visits: visits({ ...mine, ...soon }),
    my_unlogged: visits({ ...mine, unlogged: true }),
    my_overdue_actions: actions({ ownerId: user.id, due: 'overdue' }),
    my_due_actions: actions({ ownerId: user.id, due: 'this_week' }),
    plans_before_visit: { resource: 'plan-round', filter: { ...region, visitedSoon: true } },
    plans_to_confirm: { resource: 'plan-documents', filter: { ...region, status: 'to_confirm' } },
  };
}
