import {
  academicYearOf,
  VISIT_KIND_WORDS,
  VISIT_STATUS_WORDS,
  type VisitKind,
  type VisitStatus,
} from '@tracker/domain';
import {
  countingVisit,
  visitWithSurvey,
  shared,
  sql,
  statement,
  VISIT_WITHIN_DAY,
} from '@tracker/data';
import type { ReportPeriod } from '../report-period';
import {
  field,
  SCHOOL_CELLS,
  type SchoolCells,
  schoolColumns,
  type SheetPlan,
  yesNo,
} from './sheet';

interface VisitRow extends SchoolCells {
  id: string;
  district: string | null;
  phase: string | null;
  kind: VisitKind;
  status: VisitStatus;
  day: string | null;
  scheduledOn: string | null;
  startTime: string | null;
  visitedOn: string | null;
  visitor: string | null;
  counts: boolean;
  surveySubmitted: boolean;
  cancelledBy: string | null;
  reason: string | null;
  purpose: string | null;
}

/** Visits whose day is in the period; without a period also those that have no day yet. */
const VISITS = statement('reports.visits-sheet', (period: ReportPeriod) => {
  const [opensOn, closesOn] = [shared(period.opensOn), period.closesOn];
  const regionId = shared(period.regionId);
  return sql<VisitRow>`
  SELECT v.id, ${SCHOOL_CELLS}, s.district, s.phase, v.kind, v.status,
    coalesce(v.visited_on, v.scheduled_on) AS day, v.scheduled_on AS "scheduledOn",
    v.start_time AS "startTime", v.visited_on AS "visitedOn",
    coalesce(u.name, v.visitor_note) AS visitor,
    ${countingVisit(sql`${period.kindsNotCounting}`)} AS counts,
    ${visitWithSurvey()} AS "surveySubmitted",
    v.cancelled_by AS "cancelledBy", coalesce(v.void_reason, v.cancel_reason, v.not_held_reason) AS reason,
    v.purpose
  FROM visits v JOIN schools s ON s.id = v.school_id LEFT JOIN regions r ON r.id = s.region_id
  LEFT JOIN users u ON u.id = v.visitor_id
  WHERE (${opensOn}::date IS NULL
      OR coalesce(v.visited_on, v.scheduled_on) BETWEEN ${opensOn}::date AND ${closesOn}::date)
    AND (${regionId}::uuid IS NULL OR s.region_id = ${regionId})
  ORDER BY coalesce(v.visited_on, v.scheduled_on), ${VISIT_WITHIN_DAY}`;
});

export function visitsSheet(period: ReportPeriod): SheetPlan<VisitRow> {
  return {
    name: 'Visits',
    oneRowIs: 'One visit, whatever became of it',
    statement: VISITS.write(period),
    columns: [
      field('id', 'Visit ID'),
      ...schoolColumns<VisitRow>(),
      field('district', 'District'),
      field('phase', 'Phase'),
      {
        ...{ key: 'kind', heading: 'Kind', kind: 'text' },
        value: ({ kind }) => VISIT_KIND_WORDS[kind],
      },
      {
        ...{ key: 'status', heading: 'Status', kind: 'text' },
        value: ({ status }) => VISIT_STATUS_WORDS[status],
      },
      {
        ...{ key: 'academicYear', heading: 'Academic year', kind: 'text' },
        value: ({ day }) => day && academicYearOf(day),
      },
      field('scheduledOn', 'Scheduled for', 'day'),
      field('startTime', 'Time'),
      field('visitedOn', 'Visited', 'day'),
      field('visitor', 'Visitor'),
      {
        ...{ key: 'counts', heading: 'Counts', kind: 'text' },
        value: ({ counts }) => yesNo(counts),
      },
      {
        ...{ key: 'surveySubmitted', heading: 'Survey submitted', kind: 'text' },
        value: (row) => yesNo(row.surveySubmitted),
      },
      field('cancelledBy', 'Cancelled by'),
      field('reason', 'Reason'),
      field('purpose', 'Purpose'),
    ],
  };
}
