import type { BriefTags } from '@tracker/contract';
import { shared, sql, statement } from '@tracker/data';

/** What the school was called before: the names of its predecessors, the last to close first. */
export const FORMER_NAMES = statement('briefs.former-names', (schoolId: string) => {
  const id = shared(schoolId);
  return sql<{ name: string }>`
  SELECT p.name FROM school_lineage l JOIN schools p ON p.id = l.ancestor_id
  WHERE l.school_id = ${id} AND l.ancestor_id <> ${id}
  ORDER BY p.closed_on DESC NULLS LAST, p.name`;
});

/** The school's region, if it is in one. */
export const REGION_NAME = statement(
  'briefs.region-name',
  (schoolId: string) => sql<{ name: string }>`
  SELECT r.name FROM schools s JOIN regions r ON r.id = s.region_id WHERE s.id = ${schoolId}`,
);

/** What was ticked at a visit: two lists of words. */
export const TAGS_OF_VISIT = statement(
  'briefs.tags-of-visit',
  (visitId: string | null) => sql<BriefTags>`
  SELECT coalesce(json_agg(t.label ORDER BY lower(t.label)) FILTER (WHERE t.kind = 'strength'), '[]')
      AS strengths,
    coalesce(json_agg(t.label ORDER BY lower(t.label)) FILTER (WHERE t.kind = 'need'), '[]') AS needs
  FROM visit_outcome_tags m JOIN outcome_tags t ON t.id = m.tag_id WHERE m.visit_id = ${visitId}`,
);
