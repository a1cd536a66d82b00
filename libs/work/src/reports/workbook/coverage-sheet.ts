import { bookedVisit, inScopeOn, shared, sql, statement } from '@tracker/data';
import type { ReportPeriod } from '../report-period';
import { periodInSql, schoolVisits } from '../school-visits.queries';
import {
  field,
  SCHOOL_CELLS,
  type SchoolCells,
  schoolColumns,
  type SheetPlan,
  yesNo,
} from './sheet';

interface CoverageRow extends SchoolCells {
  phase: string | null;
  type: string | null;
  district: string | null;
  fsmPercent: number | null;
  pupils: number | null;
  lastVisitedOn: string | null;
  visitsInCycle: number;
  covered: boolean;
  bookedFor: string | null;
}

const COVERAGE = statement('reports.coverage-sheet', (period: ReportPeriod) => {
  const days = periodInSql(period);
  const regionId = shared(period.regionId);
  return sql<CoverageRow>`
  SELECT ${SCHOOL_CELLS}, s.phase, s.establishment_type AS type, s.district,
    s.fsm_percent AS "fsmPercent", s.pupils, k.last_visited_on AS "lastVisitedOn",
    k.visits_in_cycle AS "visitsInCycle", k.visits_in_cycle > 0 AS covered,
    (SELECT min(b.scheduled_on) FROM visits b WHERE b.school_id = s.id
      AND ${bookedVisit(days.asOf, 'b')}) AS "bookedFor"
  FROM schools s LEFT JOIN regions r ON r.id = s.region_id
  CROSS JOIN LATERAL ${schoolVisits(period, days)} k
  WHERE ${inScopeOn(period.scopeDay)} AND (${regionId}::uuid IS NULL OR s.region_id = ${regionId})
  ORDER BY s.urn`;
});

export function coverageSheet(period: ReportPeriod): SheetPlan<CoverageRow> {
  return {
    name: 'Coverage',
    oneRowIs: 'One school in scope, and whether it was visited in the cycle',
    statement: COVERAGE.write(period),
    columns: [
      ...schoolColumns<CoverageRow>(),
      field('phase', 'Phase'),
      field('type', 'Type'),
      field('district', 'District'),
      field('fsmPercent', 'Free school meals, %', 'number'),
      field('pupils', 'Pupils', 'number'),
      field('lastVisitedOn', 'Last visit', 'day'),
      field('visitsInCycle', 'Visits in the cycle', 'number'),
      {
        ...{ key: 'covered', heading: 'Covered', kind: 'text' },
        value: ({ covered }) => yesNo(covered),
      },
      field('bookedFor', 'Booked for', 'day'),
    ],
  };
}
