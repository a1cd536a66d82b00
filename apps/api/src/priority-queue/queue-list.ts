import { type FilterOf, QUEUE_LIST } from '@tracker/contract';
import { type Band, BANDS, type Day, type PlanRules } from '@tracker/domain';
import { type FilterConditions, holds, is, isOneOf, isOneOfIds } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import {
  ANY_SCHOOLS_CONDITIONS,
  hasPlanState,
  isPlanned,
  whetherBooked,
} from '../schools/school-filters';
import { ownedBy } from './priority-queue.queries';

export const QUEUE_SPEC: ListSpec<typeof QUEUE_LIST> = {
  filters: QUEUE_LIST.filters,
  sorts: {
    id: 's.id',
    rank: 'r.rank',
    name: 's.name COLLATE "und-x-icu"',
    score: 'r.score',
    state: 'r.band',
    lastVisitedOn: 'r.last_visited_on',
    monthsSince: 'r.months_since',
    fsmPercent: 's.fsm_percent',
    nextVisitOn: '"nextVisitOn"',
  },
  defaultOrder: 'r.rank',
  tieBreak: 'r.school_id',
  rowIds: ['id', 'schoolId'],
};

/** Whether the queue is asked for in its own order, and which way round. */
export function asRanked(order: string): 'ASC' | 'DESC' | null {
  if (!order.startsWith('r.rank')) return null;
  return order.startsWith('r.rank DESC') ? 'DESC' : 'ASC';
}

/** Whether the schools that a filter asks for are counted by place, for its conditions to be met there. */
export const isCounted = (filter: FilterOf<typeof QUEUE_LIST>): boolean =>
  Object.keys(filter).every((name) => name === 'state' || name === 'band');

/** The bands in which all are that a filter asks for. */
export function bandsOf({ band, state }: FilterOf<typeof QUEUE_LIST>): Band[] {
  const bands: Band[] = state?.length ? state.map((one) => BANDS[one]) : [1, 2, 3];
  const both = bands.filter((one) => band === undefined || one === band);
  return both.length > 0 ? both : bands;
}

/** What the filters are judged by. */
export interface QueueDay {
  today: Day;
  planRules: PlanRules;
}

/** The filters of the queue as conditions on the ranked school `s`, its place `r` and its standing `t`. */
export const QUEUE_CONDITIONS: FilterConditions<typeof QUEUE_LIST, QueueDay> = {
  ...ANY_SCHOOLS_CONDITIONS,
  schoolId: isOneOfIds('s.id'),
  booked: (booked, { today }) => whetherBooked(booked, today),
  planned: (kinds, { today }) => isPlanned(kinds, today),
  planState: hasPlanState,
  // The state as ranked, so that it agrees with the band and the reasons shown beside it.
  state: isOneOf('r.state'),
  band: is('r.band'),
  pinned: holds(`(r.kind = 'pin') IS TRUE`),
  snoozed: holds(`(r.kind = 'snooze') IS TRUE`),
  ownerId: ownedBy,
};
