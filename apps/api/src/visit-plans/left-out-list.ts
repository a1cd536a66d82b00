import { LEFT_OUT_LIST, type LeftOutSchool } from '@tracker/contract';
import { sql } from '@tracker/data';
import { type FilterConditions, is, isOneOf, isOneOfIds } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { SCHOOL_GROUP_CONDITIONS } from '../schools/school-filters';

export const LEFT_OUT_SPEC: ListSpec<typeof LEFT_OUT_LIST> = {
  filters: LEFT_OUT_LIST.filters,
  sorts: {
    id: 'o.id',
    position: 'o.position',
    schoolName: 's.name COLLATE "und-x-icu"',
    band: 'o.band',
    reason: 'o.reason',
  },
  defaultOrder: 'o.position',
  tieBreak: 'o.position',
};

export const SELECT_LEFT_OUT = sql<LeftOutSchool>`
  SELECT o.id, o.position, o.school_id AS "schoolId", s.urn, s.name AS "schoolName",
    s.region_id AS "regionId", r.name AS "regionName", o.band, o.reason, o.sentence,
    o.lets_in AS "letsIn", o.detail -> 'days' AS days, o.detail ->> 'cause' AS cause
  FROM visit_plan_left_out o
  JOIN schools s ON s.id = o.school_id
  LEFT JOIN regions r ON r.id = s.region_id`;

export const LEFT_OUT_CONDITIONS: FilterConditions<typeof LEFT_OUT_LIST> = {
  schoolId: isOneOfIds('o.school_id'),
  regionId: SCHOOL_GROUP_CONDITIONS.regionId,
  band: is('o.band'),
  reason: isOneOf('o.reason'),
};
