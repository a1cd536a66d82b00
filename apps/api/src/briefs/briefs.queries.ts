/** What the school was called before: the names of its predecessors, the last to close first. $1 the school. */
export const FORMER_NAMES = `
  SELECT p.name FROM school_lineage l JOIN schools p ON p.id = l.ancestor_id
  WHERE l.school_id = $1 AND l.ancestor_id <> $1
  ORDER BY p.closed_on DESC NULLS LAST, p.name`;

/** The school's region, if it is in one. $1 the school. */
export const REGION_NAME = `
  SELECT r.name FROM schools s JOIN regions r ON r.id = s.region_id WHERE s.id = $1`;

/** Its own latest music development plan: a predecessor's is not its own. $1 the school. */
export const LATEST_PLAN = `
  SELECT academic_year AS "academicYear", url, known_on AS "knownOn"
  FROM music_development_plans WHERE school_id = $1 ORDER BY academic_year DESC LIMIT 1`;
