import { MUSIC_DEVELOPMENT_PLAN_LIST, PLAN_LOOK_LIST } from '@tracker/contract';
import { sql } from '@tracker/data';
import {
  type FilterConditions,
  is,
  isAtSchool,
  isOneOf,
  isOneOfIds,
} from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { inRegions } from '../schools/school-filters';

const SCHOOL_NAME = 's.name COLLATE "und-x-icu"';

export const PLAN_SPEC: ListSpec<typeof MUSIC_DEVELOPMENT_PLAN_LIST> = {
  filters: MUSIC_DEVELOPMENT_PLAN_LIST.filters,
  sorts: {
    id: 'p.id',
    knownOn: 'p.known_on',
    academicYears: 'p.last_academic_year',
    schoolName: SCHOOL_NAME,
  },
  defaultOrder: 'p.known_on DESC',
  tieBreak: 'p.id',
};

export const PLAN_CONDITIONS: FilterConditions<typeof MUSIC_DEVELOPMENT_PLAN_LIST> = {
  id: isOneOfIds('p.id'),
  schoolId: isAtSchool('p.school_id'),
  withPredecessors: null,
  academicYear: (year) => sql`${year}::text BETWEEN p.academic_year AND p.last_academic_year`,
  knownFrom: isOneOf('p.known_from'),
  regionId: inRegions,
};

export const LOOK_SPEC: ListSpec<typeof PLAN_LOOK_LIST> = {
  filters: PLAN_LOOK_LIST.filters,
  sorts: { id: 'k.id', lookedOn: 'k.looked_on', schoolName: SCHOOL_NAME },
  defaultOrder: 'k.looked_on DESC',
  tieBreak: 'k.id',
};

export const LOOK_CONDITIONS: FilterConditions<typeof PLAN_LOOK_LIST> = {
  id: isOneOfIds('k.id'),
  schoolId: isAtSchool('k.school_id'),
  withPredecessors: null,
  result: isOneOf('k.result'),
  lookedById: is('k.looked_by_id'),
  from: (day) => sql`k.looked_on >= ${day}::date`,
  to: (day) => sql`k.looked_on <= ${day}::date`,
  regionId: inRegions,
};
