import { ANY, COUNTED_FIELDS, NOT_STATED, phasesOfKeyStage, type PlanFact } from '@tracker/domain';
import { planCountsFor } from '../rules-in-sql';
import { nothing, raw, shared, type Sql, sql } from '../sql';

/**
 * `school_id` of each school with a confirmed plan for a year, and `from_id` of the school on whose
 * record it is: its own, else that of the nearest one before it whose plans count for it (rule 19).
 *
 * @param year in which the academic year begins
 * @param regionId of this region's schools alone, which are looked up one by one
 */
export function plansInForce(year: Sql, regionId?: string): Sql {
  // Looked up for each of the few lines, which PostgreSQL takes for many.
  const has = (school: string) =>
    sql`coalesce((SELECT true FROM plan_values c
      WHERE c.school_id = ${raw(school)} AND c.year = ${year} AND c.field = 'plan' LIMIT 1), false)`;
  const within = (school: string) =>
    regionId === undefined
      ? nothing
      : sql`AND ${raw(school)} IN (SELECT r.id FROM schools r WHERE r.region_id = ${regionId}::uuid)`;
  return sql`(
    SELECT o.school_id, o.school_id AS from_id FROM plan_values o
    WHERE o.year = ${year} AND o.field = 'plan' ${within('o.school_id')}
    UNION ALL
    (SELECT DISTINCT ON (l.school_id) l.school_id, l.ancestor_id FROM
        (SELECT * FROM school_lineage n
          WHERE n.ancestor_id <> n.school_id ${within('n.school_id')} OFFSET 0) l
      WHERE ${has('l.ancestor_id')} AND NOT ${has('l.school_id')} AND ${planCountsFor('l')}
      ORDER BY l.school_id,
        (SELECT count(*) FROM school_lineage n WHERE n.school_id = l.ancestor_id) DESC, l.ancestor_id)
  )`;
}

/** `g.tag_id` of what a school wants to do next by its own confirmed plan for a year. */
export const taggedPriorities = (schoolId: string, year: Sql): Sql =>
  sql`(SELECT g.tag_id FROM plan_values d JOIN tagged_priorities g ON g.document_id = d.document_id
    WHERE d.school_id = ${raw(schoolId)} AND d.year = ${year} AND d.field = 'plan') g`;

/** SELECT of `school_id`: schools that say by their own confirmed plan for a year something to do next that has no label. */
export const sayingUnlabelled = (year: Sql): Sql =>
  sql`SELECT w.school_id FROM plan_values w
    WHERE w.year = ${year} AND w.field = 'priorities' AND w.school_id NOT IN (
      SELECT d.school_id FROM plan_values d
      JOIN (SELECT g.document_id, count(DISTINCT g.text) AS texts
        FROM tagged_priorities g GROUP BY g.document_id) t ON t.document_id = d.document_id
      WHERE d.year = ${year} AND d.field = 'priorities' AND d.number <= t.texts)`;

/** Of a row `v` of `plan_values`: it is of the field, and of the part where one is asked for. */
export const isOf = ({ field, part }: Pick<PlanFact, 'field' | 'part'>): Sql =>
  part === ANY ? sql`v.field = ${field}` : sql`v.field = ${field} AND v.part = ${part}`;

/** Phases of which not stating a part is counted; null where it is counted of every school. */
export const phasesExpected = ({ field, part }: Pick<PlanFact, 'field' | 'part'>) =>
  COUNTED_FIELDS[field].parts === 'keyStage' && part !== ANY ? phasesOfKeyStage(part) : null;

/**
 * SELECT of one column `id`: the schools with a confirmed plan for the year that says this, or that
 * says nothing of it. Which of them are in scope is another question.
 */
export function schoolsWithFact(startingIn: number, fact: PlanFact): Sql {
  const year = sql`${shared(startingIn)}::int`;
  const said = sql`v.school_id = p.from_id AND v.year = ${year} AND ${isOf(fact)}`;
  if (fact.value !== NOT_STATED) {
    const value = fact.value === ANY ? raw('true') : sql`v.value = ${fact.value}`;
    return sql`SELECT p.school_id AS id FROM ${plansInForce(year)} p
      WHERE EXISTS (SELECT FROM plan_values v WHERE ${said} AND ${value})`;
  }
  const phases = phasesExpected(fact);
  return sql`SELECT p.school_id AS id FROM ${plansInForce(year)} p JOIN schools e ON e.id = p.school_id
    WHERE ${phases === null ? raw('true') : sql`e.phase = ANY (${phases}::text[])`}
      AND NOT EXISTS (SELECT FROM plan_values v WHERE ${said})`;
}

/** SELECT of one column `id`: the schools with a confirmed plan for the year that wants something of this label. */
export function schoolsWithTag(startingIn: number, tagId: string): Sql {
  const year = sql`${shared(startingIn)}::int`;
  return sql`SELECT p.school_id AS id FROM ${plansInForce(year)} p
    WHERE EXISTS (SELECT FROM ${taggedPriorities('p.from_id', year)} WHERE g.tag_id = ${tagId})`;
}

/** SELECT of one column `id`: the schools with a confirmed plan for the year that wants something without a label. */
export function schoolsUnlabelled(startingIn: number): Sql {
  const year = sql`${shared(startingIn)}::int`;
  return sql`SELECT p.school_id AS id FROM ${plansInForce(year)} p
    WHERE p.from_id IN (${sayingUnlabelled(year)})`;
}
