import type {
  RegisterEvent,
  TimelineKind,
  TimelineMail,
  TimelinePlan,
  TimelineRehomed,
  TimelineSurvey,
} from '@tracker/contract';
import type { Day, SchoolSaid } from '@tracker/domain';
import {
  atStandingVisit,
  joined,
  type OfferAnswer,
  onRecord,
  type Sql,
  sql,
  statement,
} from '@tracker/data';

/** Each kind of entry as SQL with the same columns; `line` are the school and those before it. */
const PARTS: Record<string, Sql> = {
  visit: sql`
    SELECT 'visit' AS kind, v.id AS ref, coalesce(v.visited_on, v.scheduled_on) AS day,
      v.created_at AS at, v.school_id, NULL::text AS what, NULL::text AS successor,
      NULL::json AS told
    FROM visits v JOIN line ON line.id = v.school_id`,
  // Of two schools of one line the one it was at first tells of it.
  rehomed: sql`
    SELECT 'visit', e.id, (e.at AT TIME ZONE 'Europe/London')::date, e.at, line.id, NULL, NULL,
      json_build_object('visitId', v.id, 'visitOn', coalesce(v.visited_on, v.scheduled_on),
        'fromSchoolName', f.name, 'toSchoolName', t.name, 'why', e.why, 'byName', b.name)
    FROM line
    JOIN visit_events e ON e.school_id_before = line.id OR (e.school_id = line.id
      AND e.school_id_before NOT IN (SELECT id FROM line))
    JOIN visits v ON v.id = e.visit_id
    JOIN schools f ON f.id = e.school_id_before
    JOIN schools t ON t.id = e.school_id
    LEFT JOIN users b ON b.id = e.by_id
    WHERE e.kind = 'rehomed'`,
  // An action counts from the visit at which it was agreed, else from when it was written down.
  action: sql`
    SELECT 'action', a.id,
      coalesce(v.visited_on, (a.created_at AT TIME ZONE 'Europe/London')::date),
      a.created_at, a.school_id, NULL, NULL, NULL
    FROM follow_up_actions a JOIN line ON line.id = a.school_id
    LEFT JOIN visits v ON v.id = a.visit_id
    WHERE ${onRecord('a')}`,
  survey: sql`
    SELECT 'survey', r.id, r.answered_on, r.submitted_at, r.school_id, NULL, NULL,
      json_build_object('surveyName', n.title, 'source', r.source, 'filledInBy', r.filled_in_by,
        'visitId', coalesce(r.visit_id, r.confirmed_by_visit_id),
        'visitVoid', NOT (${atStandingVisit()}))
    FROM survey_responses r JOIN line ON line.id = r.school_id
    JOIN survey_versions n ON n.id = r.survey_version_id
    WHERE r.submitted_at IS NOT NULL`,
  plan: sql`
    SELECT 'plan', p.id, p.known_on, p.created_at, p.school_id, NULL, NULL,
      json_build_object('academicYears', p.academic_year || CASE
          WHEN p.last_academic_year > p.academic_year THEN ' to ' || p.last_academic_year ELSE '' END,
        'knownFrom', p.known_from, 'address', p.url, 'byName', b.name)
    FROM music_development_plans p JOIN line ON line.id = p.school_id
    LEFT JOIN users b ON b.id = p.recorded_by_id`,
  // A day that was taken is a visit, and told as such.
  answer: sql`
    SELECT 'answer', o.id, (o.answered_at AT TIME ZONE 'Europe/London')::date, o.answered_at,
      o.school_id, NULL, NULL, json_build_object('answer', o.answer)
    FROM day_offers o JOIN line ON line.id = o.school_id
    WHERE o.status IN ('none', 'proposed')`,
  cannot: sql`
    SELECT 'answer', d.id, (d.said_at AT TIME ZONE 'Europe/London')::date, d.said_at,
      v.school_id, NULL, NULL,
      json_build_object('cannotOn', d.scheduled_on, 'said', d.said, 'visitId', v.id)
    FROM visits v JOIN line ON line.id = v.school_id JOIN visit_declines d ON d.visit_id = v.id`,
  // Mail to staff is theirs and hangs on no school's page.
  mail: sql`
    SELECT 'mail', m.id, (m.created_at AT TIME ZONE 'Europe/London')::date, m.created_at,
      m.school_id, NULL, NULL,
      json_build_object('subject', m.subject, 'toName', m.to_name, 'status', m.status,
        'visitId', m.visit_id)
    FROM mails m JOIN line ON line.id = m.school_id
    WHERE m.user_id IS NULL`,
  opened: sql`
    SELECT 'register', line.id, line.opened_on, line.created_at, line.id, 'opened', NULL, NULL
    FROM line WHERE line.opened_on IS NOT NULL`,
  closed: sql`
    SELECT 'register', line.id, line.closed_on, line.created_at, line.id, 'closed', NULL, NULL
    FROM line WHERE line.closed_on IS NOT NULL`,
  became: sql`
    SELECT 'register', line.id, coalesce(k.established_on, line.closed_on, n.opened_on),
      line.created_at, line.id, 'became', n.name, NULL
    FROM line
    JOIN school_links k ON k.predecessor_urn = line.urn
    JOIN schools n ON n.urn = k.successor_urn
    WHERE coalesce(k.established_on, line.closed_on, n.opened_on) IS NOT NULL`,
};

/** As it is kept. */
export type ToldAnswer =
  { answer: OfferAnswer } | { cannotOn: Day; said: SchoolSaid; visitId: string };

export interface TimelineRow {
  kind: TimelineKind;
  ref: string;
  on: string | null;
  schoolId: string;
  schoolName: string;
  what: RegisterEvent['what'] | null;
  successor: string | null;
  /** What else there is to tell of a survey, a mail, a plan, an answer or a visit that went to another school. */
  told: TimelineSurvey | TimelineMail | TimelinePlan | TimelineRehomed | ToldAnswer | null;
}

/** Everything that happened to a school and those before it. */
export const SELECT_TIMELINE = statement(
  'school-timeline.list',
  (schoolId: string) => sql<TimelineRow>`
  SELECT t.kind, t.ref, t.day AS "on", t.school_id AS "schoolId", line.name AS "schoolName",
    t.what, t.successor, t.told
  FROM (
    WITH line AS (
      SELECT s.id, s.urn, s.opened_on, s.closed_on, s.created_at
      FROM school_lineage l JOIN schools s ON s.id = l.ancestor_id WHERE l.school_id = ${schoolId}
    )
    ${joined(Object.values(PARTS), '\n    UNION ALL')}
  ) t
  JOIN schools line ON line.id = t.school_id`,
);
