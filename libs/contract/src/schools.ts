import {
  FSM_BANDS,
  PLAN_STATES,
  PLANNED_KINDS,
  SCHOOL_GROUPINGS,
  SCHOOL_STATUSES,
  VISIT_STATES,
} from '@tracker/domain';
import { type AskedFilterOf, defineFilters, defineList } from './define-list';

/** `PUT /api/schools/:id`: what people may change; everything else is the register's. */
export interface SchoolChange {
  version: number;
  /** A region sets it by hand; null with `regionSetByHand` false lets it follow the district again. */
  regionId?: string | null;
  regionSetByHand?: boolean;
  notes?: string | null;
}

export { FSM_BANDS, type FsmBand, SCHOOL_GROUPINGS, type SchoolGrouping } from '@tracker/domain';

/** In a filter by region, in an id's place: what is in no region. */
export const NO_REGION = 'none';

/** Filters by what kind of school it is: of lists of schools, and of lists of what is at a school. */
export const SCHOOL_GROUP_FILTERS = defineFilters({
  regionId: 'regions',
  district: 'text',
  phase: 'text',
  establishmentType: 'text',
  fsmBand: FSM_BANDS,
  /** Schools of which these are not known. */
  without: SCHOOL_GROUPINGS,
});

/** Filters of every list whose rows are schools. */
export const ANY_SCHOOLS_FILTERS = defineFilters({
  /** Words of the name, town, postcode or URN; forgives a typo. */
  q: 'text',
  ...SCHOOL_GROUP_FILTERS,
  booked: 'boolean',
  /** Schools of which one of these holds. */
  planned: PLANNED_KINDS,
  state: VISIT_STATES,
  /** Of its music development plan. */
  planState: PLAN_STATES,
  id: 'uuids',
});

/** `GET /api/schools`. */
export const SCHOOL_LIST = defineList({
  filters: {
    ...ANY_SCHOOLS_FILTERS,
    urn: 'integer',
    status: SCHOOL_STATUSES,
    inScope: 'boolean',
    /** An import has offered to close it, and nobody has decided. */
    awaitsDecision: 'boolean',
    /** Created by that import. */
    createdByImport: 'uuid',
    /** In scope, and with a counting visit in the current cycle, or without one. */
    coveredInCycle: 'boolean',
    /** The cycle that `coveredInCycle` asks about, by its first academic year; else the day's. */
    cycle: 'academicYear',
    /** With a counting visit in the academic year, theirs or a predecessor's. */
    visitedIn: 'academicYear',
    /** What its confirmed plan says, or does not state: `hour:ks2:met`. */
    planFact: 'planFact',
    /** The academic year of that plan; else the day's. */
    planYear: 'academicYear',
    /**
     * The day as of which scope, state, bookings and cover are meant and given; today when left out.
     * On a past day the schools open then are in scope.
     */
    asOf: 'day',
  },
  // prettier-ignore
  sorts: ['id', 'name', 'urn', 'town', 'district', 'phase', 'status', 'pupils', 'fsmPercent', 'lastVisitedOn', 'dueOn', 'nextVisitOn'],
});
export type SchoolFilter = AskedFilterOf<typeof SCHOOL_LIST>;

/** `POST /api/schools/region`: null follows the district again. */
export interface SchoolsRegion {
  ids: string[];
  regionId: string | null;
}
