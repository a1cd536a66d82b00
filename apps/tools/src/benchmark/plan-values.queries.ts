import { planFactText } from '@tracker/domain';

/** $1 the first of five years, $2 a user. A confirmed document a year of every school in scope. */
export const INSERT_DOCUMENTS = `
  INSERT INTO plan_documents (school_id, sha256, bytes, captured_on, captured_by_id, status,
    academic_year, last_academic_year, decided_on, decided_by_id)
  SELECT s.id, md5(s.urn || ' ' || y), 50000, make_date(y, 9, 20), $2, 'confirmed',
    y || '-' || lpad(((y + 1) % 100)::text, 2, '0'), y || '-' || lpad(((y + 1) % 100)::text, 2, '0'),
    make_date(y, 9, 21), $2
  FROM schools s CROSS JOIN generate_series($1::int, $1::int + 4) y WHERE s.in_scope`;

/**
 * $1 one of the years. About 23 values a document, each field stated by two schools in three: minutes and the hour of two
 * key stages, and one to three things of every other field, of eight to 300 names.
 */
export const INSERT_VALUES = `
  WITH document AS (
    SELECT d.id, d.school_id, left(d.academic_year, 4)::int AS year,
      hashtext(d.id::text) AS salt, s.phase
    FROM plan_documents d JOIN schools s ON s.id = d.school_id
    WHERE d.academic_year LIKE $1 || '-%'
  ), value AS (
    SELECT d.id, d.school_id, d.year, 'plan' AS field, '' AS part, 'confirmed' AS value, NULL::numeric AS number
    FROM document d
    UNION ALL
    SELECT d.id, d.school_id, d.year, kind.field, stage,
      CASE WHEN kind.field <> 'hour' THEN 'stated' WHEN m.minutes >= 60 THEN 'met' ELSE 'not_met' END,
      CASE WHEN kind.field <> 'hour' THEN m.minutes END
    FROM document d
    CROSS JOIN LATERAL unnest(CASE d.phase WHEN 'Secondary' THEN '{ks3,ks4}'::text[] ELSE '{ks1,ks2}' END) stage
    CROSS JOIN LATERAL (SELECT 30 + 15 * (abs(hashtext(d.id || stage)) % 4) AS minutes) m
    CROSS JOIN (VALUES ('hour'), ('minutesPerWeek')) kind (field)
    WHERE abs(hashtext('m' || d.id || stage)) % 3 > 0 AND (kind.field <> 'hour' OR stage <> 'ks4')
    UNION ALL
    SELECT DISTINCT d.id, d.school_id, d.year, f.field,
      CASE WHEN f.field = 'wholeClassInstrument' THEN 'y' || 3 + abs(hashtext(d.id || 'y' || i)) % 4 ELSE '' END,
      f.field || ' ' || abs(hashtext(f.field || d.id || i)) % f.names, NULL::numeric
    FROM document d
    CROSS JOIN (VALUES ('schemes', 30, 1), ('taughtBy', 3, 2), ('modelMusicCurriculum', 2, 1),
      ('qualifications', 12, 2), ('wholeClassInstrument', 20, 2), ('classroomInstruments', 40, 3),
      ('sendSupport', 1, 1), ('lessonsOffered', 2, 1), ('lessonInstruments', 40, 3),
      ('lessonCharging', 3, 1), ('lessonHelpFor', 5, 2), ('ensembles', 4, 2), ('singingTogether', 2, 1),
      ('performances', 3, 1), ('liveMusic', 2, 1), ('otherOrganisations', 300, 2), ('hubName', 2, 1),
      ('musicLead', 1, 1), ('leadershipLead', 1, 1), ('priorities', 1, 1)) f (field, names, most)
    CROSS JOIN LATERAL generate_series(1, f.most) i
    WHERE abs(hashtext(f.field || d.id)) % 3 > 0
  )
  INSERT INTO plan_values (document_id, school_id, year, seq, field, part, value, number)
  SELECT id, school_id, year, row_number() OVER (PARTITION BY id) - 1, field, part, value,
    coalesce(number, row_number() OVER (PARTITION BY id, field))
  FROM value`;

/**
 * What somebody with psql would ask for the same figures: each value with its schools and the median, and
 * each field with the schools that state it. $1 the year; with a region's id as $2 of that region alone.
 */
export const barePlanFigures = (ofRegion: boolean): string => `
  SELECT v.field, v.part, v.value, count(DISTINCT v.school_id) AS schools,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY v.number) AS median
  FROM plan_values v JOIN schools s ON s.id = v.school_id
  WHERE v.year = $1::int AND s.in_scope ${ofRegion ? 'AND s.region_id = $2::uuid' : ''}
  GROUP BY GROUPING SETS ((v.field), (v.field, v.part, v.value))`;

/** The list behind a number, as the page opens it. */
export const OPENED = planFactText({ field: 'schemes', part: '', value: 'schemes 7' });
