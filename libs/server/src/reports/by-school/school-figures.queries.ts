import type { SchoolColumnKey } from '@tracker/domain';
import {
  answersCount,
  bookedVisit,
  dueOnAfterVisit,
  heldVisit,
  openAction,
} from '../../rules-in-sql';
import { SCHOOL_VISITS } from '../school-visits.queries';

const IN_YEAR = `BETWEEN $4::date AND least($6::date, $1::date)`;

/** Surveys that count for a school `s`: its own and its predecessors', the latest first. */
const SURVEYS = `FROM survey_responses q
  JOIN school_lineage g ON g.ancestor_id = q.school_id AND g.school_id = s.id
  WHERE ${answersCount('q')} AND q.answered_on`;

const tags = (kind: 'strength' | 'need') => `(
  SELECT string_agg(DISTINCT t.label, '; ' ORDER BY t.label) FROM school_lineage g
  JOIN visits v ON v.school_id = g.ancestor_id AND ${heldVisit()} AND v.visited_on ${IN_YEAR}
  JOIN visit_outcome_tags m ON m.visit_id = v.id
  JOIN outcome_tags t ON t.id = m.tag_id AND t.kind = '${kind}' WHERE g.school_id = s.id)`;

const PLAN = `FROM music_development_plans p WHERE p.school_id = s.id AND p.academic_year = $7::text`;

/** What stands in each column, of `schools s`, `regions r` and what its visits come to, `k`. */
const FIGURES: Readonly<Record<SchoolColumnKey, string>> = {
  name: 's.name',
  phase: 's.phase',
  establishmentType: 's.establishment_type',
  region: 'r.name',
  district: 's.district',
  town: 's.town',
  postcode: 's.postcode',
  trust: 's.trust',
  pupils: 's.pupils',
  fsmPercent: 's.fsm_percent',
  visits: 'k.visits_in_year',
  lastVisitedOn: 'k.last_visited_on',
  dueOn: String(dueOnAfterVisit('k.last_visited_on')),
  covered: `CASE WHEN k.visits_in_cycle > 0 THEN 'Yes' ELSE 'No' END`,
  bookedFor: `(SELECT min(b.scheduled_on) FROM visits b WHERE b.school_id = s.id
    AND ${bookedVisit('$1', 'b')})`,
  surveySubmitted: `CASE WHEN EXISTS (SELECT ${SURVEYS} ${IN_YEAR}) THEN 'Yes' ELSE 'No' END`,
  surveyAnsweredOn: `(SELECT max(q.answered_on) ${SURVEYS} ${IN_YEAR})`,
  planKnown: `CASE WHEN EXISTS (SELECT ${PLAN}) THEN 'Yes' ELSE 'No' END`,
  planUrl: `(SELECT p.url ${PLAN})`,
  engagementLevel: `(SELECT o.engagement_level FROM school_lineage g
    JOIN visits v ON v.school_id = g.ancestor_id AND ${heldVisit()} AND v.visited_on ${IN_YEAR}
    JOIN visit_outcomes o ON o.visit_id = v.id AND o.engagement_level IS NOT NULL
    WHERE g.school_id = s.id ORDER BY v.visited_on DESC, v.id LIMIT 1)`,
  strengths: tags('strength'),
  needs: tags('need'),
  openActions: `(SELECT count(*)::int FROM follow_up_actions a WHERE a.school_id = s.id
    AND ${openAction()})`,
};

/** The figure of a column, selected under its key. @throws Error when no column has the key */
export function selectedFigure(key: string): string {
  if (!Object.hasOwn(FIGURES, key)) throw new Error(`"${key}" is no column of a school.`);
  return `${FIGURES[key as SchoolColumnKey]} AS "${key}"`;
}

/** Answers of the year's latest survey that has any, by question key. Binds $8, the keys. */
export const ANSWERS = `(
  SELECT (SELECT jsonb_object_agg(a.question_key, a.value) FROM survey_answers a
    WHERE a.response_id = q.id AND a.question_key = ANY ($8::text[]))
  ${SURVEYS} ${IN_YEAR} ORDER BY q.answered_on DESC, q.submitted_at DESC LIMIT 1)`;

/**
 * Schools in scope by URN. The values that no chosen column binds are bound by the last condition,
 * which is always true.
 *
 * @param selected `expression AS "key"`, with a comma between
 */
export const schoolFigures = (selected: string): string => `
  SELECT s.urn${selected}
  FROM schools s LEFT JOIN regions r ON r.id = s.region_id
  CROSS JOIN LATERAL ${SCHOOL_VISITS} k
  WHERE s.in_scope AND ($9::uuid IS NULL OR s.region_id = $9)
    AND ($7::text IS NOT NULL OR $8::text[] IS NOT NULL)
  ORDER BY s.urn`;
