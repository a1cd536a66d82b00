import {
  DEFAULT_PLAN_RULES,
  PLAN_STATE_LABELS,
  type PlanRules,
  type RegisterKeyIn,
  registerKeysIn,
  SCHOOL_COLUMNS,
  type SchoolColumnKey,
  type SchoolFigures,
  type SurveyAnswers,
  visitCycleOn,
} from '@tracker/domain';
import {
  answersCount,
  bookedVisit,
  dueOnAfterVisit,
  heldVisit,
  openAction,
  inScopeOn,
  columnName,
  ofVisitSurvey,
  joined,
  planState,
  raw,
  shared,
  sql,
  type Sql,
  statement,
} from '@tracker/data';
import type { ReportPeriod } from '../report-period';
import { type PeriodInSql, periodInSql, schoolVisits } from '../school-visits.queries';

/** What is read of each school. */
export interface FiguresAsked {
  period: ReportPeriod;
  academicYear: string | null;
  planRules: PlanRules;
  /** Keys of columns, in any order. */
  columns: readonly string[];
  /** Questions whose answers are read. */
  questionKeys: readonly string[];
}

/** The figures chosen, and the answers to chosen questions by their keys. */
export type FiguresRow = SchoolFigures & { urn: number; answers?: SurveyAnswers | null };

/** Surveys that count for a school `s`: its own and its predecessors', the latest first. */
const SURVEYS = sql`FROM survey_responses q
  JOIN school_lineage g ON g.ancestor_id = q.school_id AND g.school_id = s.id
  WHERE ${ofVisitSurvey('q')} AND ${answersCount('q')} AND q.answered_on`;

const inYear = ({ asOf, opensOn, closesOn }: PeriodInSql): Sql =>
  sql`BETWEEN ${opensOn}::date AND least(${closesOn}::date, ${asOf}::date)`;

const REGISTER_FIGURES = Object.fromEntries(
  registerKeysIn('figures').map((key) => [key, raw(`s.${columnName(key)}`)]),
) as Record<RegisterKeyIn<'figures'>, Sql>;

/** Each state in the words of the screens. */
const STATE_WORDS = Object.entries(PLAN_STATE_LABELS)
  .map(([state, words]) => `WHEN '${state}' THEN '${words.replaceAll("'", "''")}'`)
  .join(' ');

/** What stands in each column, of `schools s`, `regions r` and what its visits come to, `k`. */
function figuresOf(
  { period, academicYear, planRules }: FiguresAsked,
  days: PeriodInSql,
): Readonly<Record<SchoolColumnKey, Sql>> {
  const within = inYear(days);
  const year = shared(academicYear);
  const plan = sql`FROM music_development_plans p
    WHERE p.school_id = s.id AND p.known_from <> 'told'
      AND ${year}::text BETWEEN p.academic_year AND p.last_academic_year`;
  const tags = (kind: 'strength' | 'need') => sql`(
    SELECT string_agg(DISTINCT t.label, '; ' ORDER BY t.label) FROM school_lineage g
    JOIN visits v ON v.school_id = g.ancestor_id AND ${heldVisit()} AND v.visited_on ${within}
    JOIN visit_outcome_tags m ON m.visit_id = v.id
    JOIN outcome_tags t ON t.id = m.tag_id AND t.kind = '${raw(kind)}' WHERE g.school_id = s.id)`;
  return {
    ...REGISTER_FIGURES,
    region: raw('r.name'),
    visits: raw('k.visits_in_year'),
    lastVisitedOn: raw('k.last_visited_on'),
    dueOn: dueOnAfterVisit(raw('k.last_visited_on')),
    covered: sql`CASE WHEN k.visits_in_cycle > 0 THEN 'Yes' ELSE 'No' END`,
    bookedFor: sql`(SELECT min(b.scheduled_on) FROM visits b WHERE b.school_id = s.id
      AND ${bookedVisit(days.asOf, 'b')})`,
    surveySubmitted: sql`CASE WHEN EXISTS (SELECT ${SURVEYS} ${within}) THEN 'Yes' ELSE 'No' END`,
    surveyAnsweredOn: sql`(SELECT max(q.answered_on) ${SURVEYS} ${within})`,
    planKnown: sql`CASE WHEN EXISTS (SELECT ${plan}) THEN 'Yes' ELSE 'No' END`,
    planState: sql`(SELECT CASE ${planState(period.asOf, planRules)} ${raw(STATE_WORDS)} END
      FROM school_standings t WHERE t.school_id = s.id)`,
    planYears: sql`(SELECT string_agg(y || '-' || lpad(((y + 1) % 100)::text, 2, '0'), '; ' ORDER BY y)
      FROM school_standings t, unnest(t.plan_years) y WHERE t.school_id = s.id)`,
    planUrl: sql`(SELECT p.url ${plan})`,
    engagementLevel: sql`(SELECT o.engagement_level FROM school_lineage g
      JOIN visits v ON v.school_id = g.ancestor_id AND ${heldVisit()} AND v.visited_on ${within}
      JOIN visit_outcomes o ON o.visit_id = v.id AND o.engagement_level IS NOT NULL
      WHERE g.school_id = s.id ORDER BY v.visited_on DESC, v.id LIMIT 1)`,
    strengths: tags('strength'),
    needs: tags('need'),
    openActions: sql`(SELECT count(*)::int FROM follow_up_actions a WHERE a.school_id = s.id
      AND ${openAction()})`,
  };
}

/** Answers of the year's latest survey that has any, by question key. */
const answersOf = (questionKeys: readonly string[], days: PeriodInSql): Sql => sql`(
  SELECT (SELECT jsonb_object_agg(a.question_key, a.value) FROM survey_answers a
    WHERE a.response_id = q.id AND a.question_key = ANY (${questionKeys}::text[]))
  ${SURVEYS} ${inYear(days)} ORDER BY q.answered_on DESC, q.submitted_at DESC LIMIT 1)`;

/** The figures, each under the key of its column. @throws Error when no column has a key */
function selected(asked: FiguresAsked, days: PeriodInSql) {
  const { columns, questionKeys } = asked;
  const figures = figuresOf(asked, days);
  const chosen = columns.map((key) => {
    if (!Object.hasOwn(figures, key)) throw new Error(`"${key}" is no column of a school.`);
    return sql`${figures[key as SchoolColumnKey]} AS "${raw(key)}"`;
  });
  return [
    ...chosen,
    ...(questionKeys.length > 0 ? [sql`${answersOf(questionKeys, days)} AS answers`] : []),
  ];
}

const SAMPLE: FiguresAsked = {
  period: {
    ...{ opensOn: '2024-09-01', closesOn: '2025-08-31', asOf: '2024-11-20' },
    ...{ cycle: visitCycleOn('2024-11-20', '2024-25'), kindsNotCounting: [] },
    ...{ regionId: null, regionName: null },
    scopeDay: { day: '2024-11-20', today: '2024-11-21', closedTypes: [] },
  },
  academicYear: '2024-25',
  planRules: DEFAULT_PLAN_RULES,
  columns: SCHOOL_COLUMNS.map(({ key }) => key),
  questionKeys: ['any'],
};

/** Schools that were in scope on the day counted as of, by URN. */
export const SCHOOL_FIGURES = statement(
  'reports.school-figures',
  (asked: FiguresAsked) => {
    const days = periodInSql(asked.period);
    const regionId = shared(asked.period.regionId);
    return sql<FiguresRow>`
  SELECT ${joined([raw('s.urn'), ...selected(asked, days)], ', ')}
  FROM schools s LEFT JOIN regions r ON r.id = s.region_id
  CROSS JOIN LATERAL ${schoolVisits(asked.period, days)} k
  WHERE ${inScopeOn(asked.period.scopeDay)} AND (${regionId}::uuid IS NULL OR s.region_id = ${regionId})
  ORDER BY s.urn`;
  },
  [SAMPLE],
);
