/**
 * `chance(i, salt)`: 0 up to 1, always the same for the same two numbers; independent enough between
 * salts. Of the session alone, so that it leaves nothing behind.
 */
export const CHANCE = `
  CREATE FUNCTION pg_temp.chance(i bigint, salt bigint) RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (hashint8extended(i, salt) & 1048575) / 1048576.0::float8`;
export const DROP_CHANCE = 'DROP FUNCTION pg_temp.chance(bigint, bigint)';

/** $1 how many. A hash nobody's password has. */
export const INSERT_VISITORS = `
  INSERT INTO users (name, email, role, password_hash)
  SELECT 'Visitor ' || i, 'visitor' || i || '@england.example', 'regional', 'none'
  FROM generate_series(1, $1::int) i`;

/** $1 how many; each has one district and one visitor. */
export const INSERT_REGIONS = `
  WITH region AS (
    INSERT INTO regions (name, lead_user_id)
    SELECT 'Region ' || lpad(i::text, 3, '0'), u.id
    FROM generate_series(1, $1::int) i JOIN users u ON u.email = 'visitor' || i || '@england.example'
    RETURNING id, name, lead_user_id
  ), team AS (
    INSERT INTO user_regions (user_id, region_id) SELECT lead_user_id, id FROM region
  )
  INSERT INTO region_districts (district, region_id)
  SELECT replace(name, 'Region', 'District'), id FROM region`;

/** $1 how many, $2 regions. One in ten is special; every 50th has no known free school meals. */
export const INSERT_SCHOOLS = `
  INSERT INTO schools (urn, name, phase, establishment_type, status, in_scope, region_id, la_code,
    la_name, district, street, town, county, postcode, easting, northing, pupils, fsm_percent,
    telephone, website)
  SELECT 500000 + i,
    (ARRAY['Oak', 'Ash', 'Mill', 'Lark', 'Stone', 'Swan', 'Holly', 'Fern'])[1 + i % 8]
      || (ARRAY['field', 'dale', 'mead', 'grove', 'side', 'wood', 'brook'])[1 + i % 7]
      || ' School ' || i,
    kind.phase, kind.type, 'open', true, r.id, '990', 'England', r.district,
    i || ' School Road', 'Town ' || i % 900, 'England',
    'ZZ' || i % 90 || ' ' || i % 10 || chr(65 + i % 26) || chr(65 + i / 26 % 26),
    200000 + (pg_temp.chance(i, 1) * 400000)::int, 100000 + (pg_temp.chance(i, 2) * 450000)::int,
    (30 + pg_temp.chance(i, 3) * 1200)::int,
    CASE WHEN i % 50 <> 0 THEN round((power(pg_temp.chance(i, 4), 1.6) * 62)::numeric, 1) END,
    '01632 960' || lpad((i % 1000)::text, 3, '0'), 'https://www.school' || i || '.example'
  FROM generate_series(1, $1::int) i
  JOIN (
    SELECT r.id, d.district, row_number() OVER (ORDER BY r.name) AS place
    FROM regions r JOIN region_districts d ON d.region_id = r.id
  ) r ON r.place = 1 + i % $2::int
  CROSS JOIN LATERAL (
    SELECT CASE WHEN i % 10 = 0 THEN 'Not applicable' WHEN i % 6 = 0 THEN 'Secondary' ELSE 'Primary' END AS phase,
      CASE WHEN i % 10 = 0 THEN 'Community special school'
        WHEN i % 12 = 5 OR i % 6 = 0 THEN 'Academy converter' ELSE 'Community school' END AS type
  ) kind`;

/** $1 today. One school in twelve was another one until some years ago. */
export const INSERT_PREDECESSORS = `
  INSERT INTO schools (urn, name, phase, establishment_type, status, in_scope, closed_on, region_id,
    la_code, la_name, district, street, town, county, postcode, easting, northing)
  SELECT urn - 300000, name, phase, 'Community school', 'closed', false,
    $1::date - 100 - (pg_temp.chance(urn, 5) * 2500)::int, region_id, la_code, la_name, district,
    street, town, county, postcode, easting, northing
  FROM schools WHERE urn % 12 = 9`;

export const INSERT_LINKS = `
  INSERT INTO school_links (predecessor_urn, successor_urn, link_type, established_on)
  SELECT urn, urn + 300000, 'Successor', closed_on + 1 FROM schools WHERE status = 'closed'`;

/** A head teacher nearly everywhere, a music lead at four schools in five. */
export const INSERT_CONTACTS = `
  INSERT INTO contacts (school_id, name, role, email)
  SELECT s.id, role.name || ' ' || s.urn, role.role, role.role || '@school' || s.urn || '.example'
  FROM schools s
  CROSS JOIN (VALUES ('head_teacher', 'Head', 0.96, 6), ('music_lead', 'Lead', 0.8, 7))
    AS role (role, name, share, salt)
  WHERE s.in_scope AND pg_temp.chance(s.urn, role.salt) < role.share`;

/**
 * $1 how many, $2 today. 6% of the schools never had one. The others' last visit lies up to 2,000
 * days back, more often less, and the ones before it at the school's own distance. What came before
 * a predecessor closed took place there. Weekends move to the Friday before.
 */
export const INSERT_VISITS = `
  WITH visited AS MATERIALIZED (
    SELECT s.id, s.urn, s.region_id, p.id AS predecessor_id, p.closed_on,
      row_number() OVER (ORDER BY s.urn) - 1 AS place, count(*) OVER () AS schools,
      10 + (power(pg_temp.chance(s.urn, 9), 1.3) * 1990)::int AS last_ago,
      150 + (pg_temp.chance(s.urn, 10) * 350)::int AS apart
    FROM schools s LEFT JOIN schools p ON p.urn = s.urn - 300000
    WHERE s.in_scope AND pg_temp.chance(s.urn, 8) >= 0.06
  ), planned AS (
    SELECT v.*, i, $2::date - v.last_ago - (i / v.schools)::int * v.apart AS planned_on
    FROM generate_series(0, $1::bigint - 1) i
    JOIN visited v ON v.place = i % (SELECT max(schools) FROM visited)
  ), dated AS (
    SELECT *, planned_on - greatest(extract(isodow FROM planned_on)::int - 5, 0) AS day FROM planned
  )
  INSERT INTO visits (school_id, kind, status, scheduled_on, start_time, visitor_id, visited_on)
  SELECT CASE WHEN day <= closed_on THEN predecessor_id ELSE d.id END,
    CASE WHEN i % 9 = 0 THEN 'follow_up' ELSE 'cycle' END,
    'completed', day, '10:00', r.lead_user_id, day
  FROM dated d JOIN regions r ON r.id = d.region_id`;

/** $1 today. For every fourth visit of the last two years and a half; one in five is left too long. */
export const INSERT_ACTIONS = `
  INSERT INTO follow_up_actions (school_id, visit_id, title, owner_id, due_on, status)
  SELECT v.school_id, v.id, 'Follow-up ' || v.place, v.visitor_id, v.visited_on + 45,
    CASE WHEN pg_temp.chance(v.place, 11) < 0.2 THEN 'open' ELSE 'done' END
  FROM (SELECT *, row_number() OVER (ORDER BY visited_on, school_id) AS place FROM visits) v
  WHERE v.visited_on > $1::date - 900 AND v.place % 4 = 0`;

/** $1 the current academic year, $2 today. For 55% of the schools. */
export const INSERT_PLANS = `
  INSERT INTO music_development_plans 
    (school_id, academic_year, last_academic_year, known_from, url, known_on)
  SELECT id, $1, $1, 'seen', website || '/music', $2::date FROM schools
  WHERE in_scope AND pg_temp.chance(urn, 12) < 0.55`;

export const ANALYZE =
  'ANALYZE schools, school_lineage, school_links, contacts, visits, follow_up_actions, music_development_plans, stale_scores, school_standings, regions, users';
