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

/** What was ticked at a visit ($1): two lists of words. */
export const TAGS_OF_VISIT = `
  SELECT coalesce(json_agg(t.label ORDER BY lower(t.label)) FILTER (WHERE t.kind = 'strength'), '[]')
      AS strengths,
    coalesce(json_agg(t.label ORDER BY lower(t.label)) FILTER (WHERE t.kind = 'need'), '[]') AS needs
  FROM visit_outcome_tags m JOIN outcome_tags t ON t.id = m.tag_id WHERE m.visit_id = $1`;
