/** The columns of a school that its list shows. */
const SCHOOL = `
  s.id, s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt", s.urn, s.name, s.phase,
  s.establishment_type AS "establishmentType", s.status, s.in_scope AS "inScope",
  s.opened_on AS "openedOn", s.closed_on AS "closedOn", s.region_id AS "regionId", s.district,
  s.street, s.town, s.postcode, s.easting, s.northing, s.pupils, s.fsm_percent AS "fsmPercent",
  s.trust, s.website, s.telephone, s.notes`;

const LAST_VISITED = `(
  SELECT max(v.visited_on) FROM visits v WHERE v.school_id = s.id AND v.status = 'completed')`;

/** What a small program of its own would ask: one statement a request, prepared once a connection. */
export const BARE_STATEMENTS = {
  /** $1 region. */
  list: `
    SELECT ${SCHOOL}, ${LAST_VISITED} AS "lastVisitedOn",
      (SELECT count(*)::int FROM schools WHERE region_id = $1) AS total
    FROM schools s WHERE s.region_id = $1 ORDER BY s.name, s.id LIMIT 25`,
  /** No schools left out. */
  byLastVisit: `
    SELECT ${SCHOOL}, l.day AS "lastVisitedOn", (SELECT count(*)::int FROM schools) AS total
    FROM schools s LEFT JOIN (
      SELECT school_id, max(visited_on) AS day FROM visits WHERE status = 'completed' GROUP BY 1
    ) l ON l.school_id = s.id
    ORDER BY l.day NULLS FIRST, s.id LIMIT 25`,
  /** $1 pattern. */
  search: `
    SELECT ${SCHOOL}, ${LAST_VISITED} AS "lastVisitedOn",
      (SELECT count(*)::int FROM schools WHERE name ILIKE $1) AS total
    FROM schools s WHERE s.name ILIKE $1 ORDER BY s.name, s.id LIMIT 25`,
  /** $1 school. */
  school: `
    SELECT ${SCHOOL}, ${LAST_VISITED} AS "lastVisitedOn",
      (SELECT coalesce(json_agg(row_to_json(v) ORDER BY v.visited_on DESC), '[]')
       FROM visits v WHERE v.school_id = s.id) AS visits
    FROM schools s WHERE s.id = $1`,
  /** $1 school, $2 day, $3 purpose. */
  insert: `
    INSERT INTO visits (school_id, kind, status, visited_on, purpose)
    VALUES ($1, 'cycle', 'completed', $2, $3) RETURNING id`,
} as const;

export type BareStatement = keyof typeof BARE_STATEMENTS;

export const isBareStatement = (name: string): name is BareStatement =>
  Object.hasOwn(BARE_STATEMENTS, name);
