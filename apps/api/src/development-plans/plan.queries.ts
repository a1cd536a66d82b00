import type { MusicDevelopmentPlan, PlanLook } from '@tracker/contract';
import type { Day } from '@tracker/domain';
import {
  planCountsFor,
  planRecordColumns,
  type PlanRecordRow,
  raw,
  shared,
  sql,
  statement,
} from '@tracker/data';

/** No row’s id, for trying statements. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const RECORD = (t: string) =>
  raw(`${t}.id, ${t}.version, ${t}.created_at AS "createdAt", ${t}.updated_at AS "updatedAt",
    ${t}.school_id AS "schoolId", s.name AS "schoolName"`);

/** The contract's plans, of `p` with its school `s`. */
export const SELECT_PLAN = sql`
  SELECT ${RECORD('p')}, ARRAY(SELECT y || '-' || lpad(((y + 1) % 100)::text, 2, '0')
      FROM generate_series(left(p.academic_year, 4)::int, left(p.last_academic_year, 4)::int) y)
      AS "academicYears",
    p.known_from AS "knownFrom", p.url AS address, p.gone_on AS "goneOn", p.known_on AS "knownOn",
    p.recorded_by_id AS "recordedById", u.name AS "recordedByName"
  FROM music_development_plans p JOIN schools s ON s.id = p.school_id
  LEFT JOIN users u ON u.id = p.recorded_by_id`;

export const COUNTED_PLANS = raw(
  'SELECT p.id FROM music_development_plans p JOIN schools s ON s.id = p.school_id',
);

export const READ_PLAN = statement(
  'development-plans.read',
  (id: string) => sql<MusicDevelopmentPlan>`${SELECT_PLAN} WHERE p.id = ${id}`,
);

/** Of a school and those before it, the latest year first, and whether each counts for it. */
export const PLANS_OF_SCHOOL = statement(
  'development-plans.of-school',
  (schoolId: string) => sql<MusicDevelopmentPlan & { counts: boolean }>`
  SELECT x.*, ${planCountsFor('l')} AS counts
  FROM school_lineage l JOIN (${SELECT_PLAN}) x ON x."schoolId" = l.ancestor_id
  WHERE l.school_id = ${schoolId}
  ORDER BY x."academicYears" DESC, x."knownOn" DESC, x.id`,
);

/** The contract's looks, of `k` with its school `s`. */
export const SELECT_LOOK = sql`
  SELECT ${RECORD('k')}, k.looked_on AS "lookedOn", k.result, k.looked_by_id AS "lookedById",
    u.name AS "lookedByName"
  FROM plan_looks k JOIN schools s ON s.id = k.school_id JOIN users u ON u.id = k.looked_by_id`;

export const COUNTED_LOOKS = raw(
  'SELECT k.id FROM plan_looks k JOIN schools s ON s.id = k.school_id',
);

export const READ_LOOK = statement(
  'development-plans.read-look',
  (id: string) => sql<PlanLook>`${SELECT_LOOK} WHERE k.id = ${id}`,
);

export const LOOKS_OF_SCHOOL = statement(
  'development-plans.looks-of-school',
  (schoolId: string) => sql<PlanLook>`${SELECT_LOOK}
  WHERE k.school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = ${schoolId})
  ORDER BY k.looked_on DESC, k.updated_at DESC, k.id LIMIT 50`,
);

export const RECORD_OF_SCHOOL = statement(
  'development-plans.record-of-school',
  (schoolId: string) => sql<PlanRecordRow & { website: string | null }>`
  SELECT ${planRecordColumns()}, s.website FROM schools s JOIN school_standings t ON t.school_id = s.id
  WHERE s.id = ${schoolId}`,
);

interface LookToKeep {
  schoolId: string;
  on: Day;
  byId: string;
  result: string;
}

/** Of one person and day there is one. */
export const KEEP_LOOK = statement(
  'development-plans.keep-look',
  ({ schoolId, on, byId, result }: LookToKeep) => sql<{ id: string }>`
  INSERT INTO plan_looks AS k (school_id, looked_on, looked_by_id, result)
  VALUES (${schoolId}, ${on}, ${byId}, ${result})
  ON CONFLICT (school_id, looked_on, looked_by_id) DO UPDATE
    SET result = excluded.result, version = k.version + 1, updated_at = now()
  RETURNING id`,
  [{ schoolId: NOBODY, on: '2024-11-20', byId: NOBODY, result: 'none' }],
);

/** What the look that this one would replace said, once nobody else writes it. */
export const LOOK_OF_THE_DAY = statement(
  'development-plans.look-of-the-day',
  (schoolId: string, on: Day, byId: string) => sql<{ result: string }>`
  SELECT result FROM plan_looks
  WHERE school_id = ${schoolId} AND looked_on = ${on} AND looked_by_id = ${byId} FOR UPDATE`,
);

/**
 * The latest plan with an address that counts for a school is at it no more, or is after all.
 *
 * @param goneOn null takes back what was said on `saidOn`
 */
export const MARK_GONE = statement(
  'development-plans.mark-gone',
  (schoolId: string, goneOn: Day | null, saidOn: Day) => sql<{ id: string }>`
  UPDATE music_development_plans SET gone_on = ${goneOn}, version = version + 1, updated_at = now()
  WHERE id = (
    SELECT p.id FROM school_lineage l JOIN music_development_plans p ON p.school_id = l.ancestor_id
    WHERE l.school_id = ${schoolId} AND p.url IS NOT NULL AND p.known_from <> 'told'
      AND ${planCountsFor('l')}
    ORDER BY p.last_academic_year DESC, p.known_on DESC, p.id LIMIT 1)
    AND (${goneOn}::date IS NOT NULL OR gone_on = ${shared(saidOn)}::date)
  RETURNING id`,
);
