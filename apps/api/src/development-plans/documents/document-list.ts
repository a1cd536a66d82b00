import { PLAN_DOCUMENT_LIST } from '@tracker/contract';
import { sql } from '@tracker/data';
import {
  type FilterConditions,
  is,
  isAtSchool,
  isOneOf,
  isOneOfIds,
} from '../../http/filter-conditions';
import type { ListSpec } from '../../http/list-query';
import { inRegions } from '../../schools/school-filters';

export const DOCUMENT_SPEC: ListSpec<typeof PLAN_DOCUMENT_LIST> = {
  filters: PLAN_DOCUMENT_LIST.filters,
  sorts: {
    id: 'd.id',
    capturedAt: 'd.created_at',
    schoolName: 's.name COLLATE "und-x-icu"',
    status: 'd.status',
  },
  defaultOrder: 'd.created_at DESC',
  tieBreak: 'd.id',
};

export const DOCUMENT_CONDITIONS: FilterConditions<typeof PLAN_DOCUMENT_LIST> = {
  id: isOneOfIds('d.id'),
  schoolId: isAtSchool('d.school_id'),
  withPredecessors: null,
  status: isOneOf('d.status'),
  academicYear: (year) => sql`${year}::text BETWEEN d.academic_year AND d.last_academic_year`,
  capturedById: is('d.captured_by_id'),
  regionId: inRegions,
};
