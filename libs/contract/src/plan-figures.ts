import type { PlanSplitBy } from '@tracker/domain';
import { defineList } from './define-list';
import type { SchoolGroupQuery } from './school-needs';
import { SCHOOL_GROUP_FILTERS } from './schools';

/**
 * `GET /api/plan-figures`. States are as of today; with an `academicYear` the facts of that year's
 * confirmed plans are counted as well.
 */
export interface PlanFiguresQuery extends SchoolGroupQuery {
  /** Splits one field of the facts; with `field` alone. */
  by?: PlanSplitBy;
  /** `hour:ks2`, `schemes`. */
  field?: string;
}

/** `GET /api/plan-facts`: schools in scope with a confirmed plan for a year, and what it says. */
export const PLAN_FACT_LIST = defineList({
  filters: {
    id: 'uuids',
    /** Left out, the current one. */
    academicYear: 'academicYear',
    fact: 'planFact',
    /** Those that want to do something next that has this label. */
    tagId: 'uuid',
    /** Those that want to do something next that has no label yet. */
    unlabelled: 'boolean',
    regionId: SCHOOL_GROUP_FILTERS.regionId,
    phase: SCHOOL_GROUP_FILTERS.phase,
    fsmBand: SCHOOL_GROUP_FILTERS.fsmBand,
  },
  sorts: ['id', 'schoolName', 'urn'],
});

/** `POST /api/tagged-priorities`: gives what a school wants to do next a label of the list, or a new one. */
export interface NewPriorityTagging {
  documentId: string;
  /** As confirmed. */
  text: string;
  /** At most 60 characters; one of the list is meant however it is capitalised. */
  label: string;
}
