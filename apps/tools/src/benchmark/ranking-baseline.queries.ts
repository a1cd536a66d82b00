/** A table like `priority_scores`, keys, checks and index included, for the baseline to fill. */
export const CREATE_BASELINE = `
  CREATE TABLE baseline_scores (LIKE priority_scores INCLUDING ALL,
    FOREIGN KEY (school_id) REFERENCES schools (id) ON DELETE CASCADE)`;

/**
 * What the ranking writes, computed and upserted by one statement written by hand for the default
 * weights: the same states, bands, scores and sentences. $1 today, $2 the current academic year,
 * $3 its last day.
 */
export const BASELINE = `
  WITH last_visit AS (
    SELECT l.school_id, max(v.visited_on) AS visited_on
    FROM school_lineage l
    JOIN visits v ON v.school_id = l.ancestor_id AND v.status = 'completed' AND v.visited_on <= $1::date
    GROUP BY l.school_id
  ), overdue AS (
    SELECT l.school_id, count(*)::int AS actions
    FROM school_lineage l
    JOIN follow_up_actions a ON a.school_id = l.ancestor_id
      AND a.status IN ('open', 'in_progress') AND a.due_on < $1::date
    GROUP BY l.school_id
  ), planned AS (
    SELECT school_id, max(academic_year) AS latest FROM music_development_plans
    WHERE known_from <> 'told' AND academic_year <= $2 GROUP BY school_id
  ), led AS (
    SELECT DISTINCT school_id FROM contacts WHERE role = 'music_lead'
  ), facts AS (
    SELECT s.id, lv.visited_on, (lv.visited_on + interval '3 years')::date AS due_on, s.fsm_percent AS fsm,
      (extract(year FROM age($1::date, lv.visited_on)) * 12
        + extract(month FROM age($1::date, lv.visited_on)))::int AS months,
      planned.latest AS plan, s.phase, coalesce(overdue.actions, 0) AS late,
      led.school_id IS NOT NULL AS lead,
      s.establishment_type IN ('Community special school', 'Foundation special school',
        'Non-maintained special school', 'Academy special sponsor led', 'Academy special converter',
        'Free schools special', 'Special post 16 institution', 'Pupil referral unit',
        'Academy alternative provision sponsor led', 'Academy alternative provision converter',
        'Free schools alternative provision', 'Free schools - alternative provision',
        'Other independent special school') AS special
    FROM schools s
    LEFT JOIN last_visit lv ON lv.school_id = s.id
    LEFT JOIN overdue ON overdue.school_id = s.id
    LEFT JOIN planned ON planned.school_id = s.id
    LEFT JOIN led ON led.school_id = s.id
    WHERE s.in_scope
  ), points AS (
    SELECT f.*,
      CASE WHEN visited_on IS NULL THEN 'never_visited' WHEN $1::date > due_on THEN 'overdue'
        WHEN due_on <= $3::date THEN 'due' ELSE 'on_track' END AS state,
      CASE WHEN months IS NULL OR months >= 60 THEN 50 WHEN months <= 24 THEN 0
        ELSE round((months - 24) * 50 / 36.0, 1) END AS p_time,
      CASE WHEN fsm IS NULL THEN 0 WHEN fsm >= 40 THEN 20 ELSE round(fsm * 20 / 40, 1) END AS p_fsm,
      CASE WHEN plan = $2 OR plan IS NULL AND phase IN ('Nursery', '16 plus') THEN 0 ELSE 10 END AS p_plan, least(10, late * 5) AS p_late,
      CASE WHEN special THEN 5 ELSE 0 END AS p_special, CASE WHEN lead THEN 0 ELSE 5 END AS p_lead,
      CASE WHEN months = 0 THEN 'less than a month ago' ELSE
        concat_ws(' ',
          CASE WHEN months >= 12 THEN (months / 12) || CASE WHEN months / 12 = 1 THEN ' year' ELSE ' years' END END,
          CASE WHEN months % 12 > 0 THEN (months % 12) || CASE WHEN months % 12 = 1 THEN ' month' ELSE ' months' END END
        ) || ' ago' END AS ago
    FROM facts f
  )
  INSERT INTO baseline_scores AS b (school_id, state, band, score, factors, last_visited_on, months_since)
  SELECT id, state, CASE state WHEN 'due' THEN 2 WHEN 'on_track' THEN 3 ELSE 1 END,
    p_time + p_fsm + p_plan + p_late + p_special + p_lead,
    json_build_array(
      json_build_object('key', 'time_since_visit', 'label', 'Time since the last visit', 'points', p_time, 'detail',
        CASE WHEN visited_on IS NULL THEN 'Never visited, which counts in full.'
          ELSE 'Last visited ' || to_char(visited_on, 'Dy FMDD Mon YYYY') || ', ' || ago ||
            CASE WHEN months <= 24 THEN ': within the first 24 months, so no points.'
              WHEN months >= 60 THEN ': 60 months or more count in full.'
              ELSE ': ' || months || ' whole months, ' || (months - 24) || ' past the first 24.' END END),
      json_build_object('key', 'free_school_meals', 'label', 'Free school meals', 'points', p_fsm, 'detail',
        CASE WHEN fsm IS NULL THEN 'Free school meals: not known, so no points.'
          WHEN fsm <= 0 THEN 'No pupils are eligible for free school meals, so no points.'
          ELSE trim_scale(fsm) || '% of pupils are eligible for free school meals' ||
            CASE WHEN fsm >= 40 THEN ': 40% or more counts in full.'
              ELSE ', in proportion to 40%, which counts in full.' END END),
      json_build_object('key', 'no_music_plan', 'label', 'Music development plan', 'points', p_plan, 'detail',
        CASE WHEN plan = $2 THEN 'A plan for ' || plan || ' is known.'
          WHEN plan IS NOT NULL THEN 'The plan on record covers ' || plan || '.'
          WHEN phase = 'Nursery' THEN 'Nursery schools are not expected to have a plan.'
          WHEN phase = '16 plus' THEN 'Schools for pupils of 16 and over are not expected to have a plan.'
          ELSE 'Nobody has looked for a plan in ' || $2 || '.' END),
      json_build_object('key', 'overdue_actions', 'label', 'Overdue actions', 'points', p_late, 'detail',
        CASE WHEN late = 0 THEN 'No follow-up action is past its due date, so no points.'
          WHEN late = 1 THEN '1 follow-up action is past its due date.'
          ELSE late || ' follow-up actions are past their due date.' END),
      json_build_object('key', 'special_or_alternative', 'label', 'Special or alternative provision', 'points', p_special, 'detail',
        CASE WHEN special THEN 'It is a special school, a pupil referral unit or alternative provision.'
          ELSE 'Not a special school, pupil referral unit or alternative provision, so no points.' END),
      json_build_object('key', 'no_music_lead', 'label', 'Music lead', 'points', p_lead, 'detail',
        CASE WHEN lead THEN 'A music lead is known, so no points.' ELSE 'No music lead is known.' END)),
    visited_on, months
  FROM points
  ON CONFLICT (school_id) DO UPDATE SET state = excluded.state, band = excluded.band,
    score = excluded.score, factors = excluded.factors, last_visited_on = excluded.last_visited_on,
    months_since = excluded.months_since, scored_at = now()`;

/** Schools on which the two disagree, sentences and their points included; 0 when they are the same. */
export const COUNT_DIFFERENCES = `
  SELECT count(*)::int AS differences
  FROM priority_scores p FULL JOIN baseline_scores b USING (school_id)
  WHERE (p.state, p.band, p.score, p.last_visited_on, p.months_since)
      IS DISTINCT FROM (b.state, b.band, b.score, b.last_visited_on, b.months_since)
    OR p.factors::jsonb IS DISTINCT FROM b.factors::jsonb`;
