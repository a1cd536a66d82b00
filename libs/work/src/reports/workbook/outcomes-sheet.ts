import { engagementInWords, type EngagementLevel } from '@tracker/domain';
import { heldVisit, raw, shared, sql, statement } from '@tracker/data';
import type { ReportPeriod } from '../report-period';
import { field, SCHOOL_CELLS, type SchoolCells, schoolColumns, type SheetPlan } from './sheet';

interface OutcomeRow extends SchoolCells {
  visitId: string;
  visitedOn: string;
  metWith: string | null;
  peopleMet: string | null;
  engagementLevel: EngagementLevel | null;
  engagementReason: string | null;
  summary: string;
  strengths: string | null;
  strengthTags: string | null;
  needs: string | null;
  needTags: string | null;
  loggedBy: string | null;
  loggedAt: Date;
}

const tags = (kind: 'strength' | 'need') => sql`(
  SELECT string_agg(t.label, '; ' ORDER BY lower(t.label)) FROM visit_outcome_tags m
  JOIN outcome_tags t ON t.id = m.tag_id AND t.kind = '${raw(kind)}' WHERE m.visit_id = o.visit_id)`;

const OUTCOMES = statement('reports.outcomes-sheet', (period: ReportPeriod) => {
  const [opensOn, closesOn] = [shared(period.opensOn), period.closesOn];
  const regionId = shared(period.regionId);
  return sql<OutcomeRow>`
  SELECT o.visit_id AS "visitId", ${SCHOOL_CELLS}, v.visited_on AS "visitedOn",
    o.met_with AS "metWith",
    (SELECT string_agg(p.name, '; ' ORDER BY p.position) FROM visit_people_met p
      WHERE p.visit_id = o.visit_id) AS "peopleMet",
    o.engagement_level AS "engagementLevel", o.engagement_reason AS "engagementReason", o.summary,
    o.strengths, ${tags('strength')} AS "strengthTags", o.needs, ${tags('need')} AS "needTags",
    u.name AS "loggedBy", o.logged_at AS "loggedAt"
  FROM visit_outcomes o JOIN visits v ON v.id = o.visit_id AND ${heldVisit()}
  JOIN schools s ON s.id = v.school_id LEFT JOIN regions r ON r.id = s.region_id
  LEFT JOIN users u ON u.id = o.logged_by_id
  WHERE (${opensOn}::date IS NULL OR v.visited_on BETWEEN ${opensOn}::date AND ${closesOn}::date)
    AND (${regionId}::uuid IS NULL OR s.region_id = ${regionId})
  ORDER BY v.visited_on, v.id`;
});

export function outcomesSheet(period: ReportPeriod): SheetPlan<OutcomeRow> {
  return {
    name: 'Outcomes',
    oneRowIs: 'What was found at one completed visit',
    statement: OUTCOMES.write(period),
    columns: [
      field('visitId', 'Visit ID'),
      ...schoolColumns<OutcomeRow>(),
      field('visitedOn', 'Visited', 'day'),
      {
        ...{ key: 'metWith', heading: 'Met with', kind: 'text' },
        value: ({ peopleMet, metWith }) => peopleMet ?? metWith,
      },
      field('engagementLevel', 'Engagement, 1 to 4', 'number'),
      {
        ...{ key: 'engagement', heading: 'Engagement', kind: 'text' },
        value: ({ engagementLevel: level }) => level && engagementInWords(level),
      },
      field('engagementReason', 'Reason for the engagement'),
      field('summary', 'Summary'),
      field('strengthTags', 'Strengths'),
      field('strengths', 'Strengths in words'),
      field('needTags', 'Needs'),
      field('needs', 'Needs in words'),
      field('loggedBy', 'Logged by'),
      {
        ...{ key: 'loggedAt', heading: 'Logged', kind: 'instant' },
        value: ({ loggedAt }) => loggedAt.toISOString(),
      },
    ],
  };
}
