import type { PlanReadings } from '@tracker/contract';
import { type AcademicYear, academicYearSpan, type Day } from '@tracker/domain';
import { sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';

const COUNT = statement(
  'plan-documents.how-good-reading-is',
  (from: Day, to: Day) => sql<PlanReadings>`
  SELECT count(*)::int AS suggested, count(*) FILTER (WHERE f.outcome = 'right')::int AS "right"
  FROM plan_documents d JOIN plan_facts f ON f.document_id = d.id
  WHERE d.status = 'confirmed' AND d.decided_on BETWEEN ${from} AND ${to}
    AND f.suggested IS NOT NULL`,
  ['2026-09-01', '2027-08-31'],
);

/** Of what was suggested in documents that were confirmed in an academic year, how much was right. */
export function howGoodReadingIs(
  manager: EntityManager,
  year: AcademicYear,
): Promise<PlanReadings> {
  const { opensOn, closesOn } = academicYearSpan(year);
  return COUNT.one(manager, opensOn, closesOn);
}
