import type { Day, SchoolStatus } from '@tracker/domain';
import { openSchool, shared, sql, statement } from '@tracker/data';
import { OFFERS_CLOSING, OPEN_SUCCESSORS } from './register-findings.queries';

export interface Offer {
  id: string;
  urn: number;
  schoolId: string;
  status: SchoolStatus;
  closedOn: Day | null;
  successorUrn: number | null;
  /** Whether the register links it to its successor. */
  linked: boolean;
  successorOpenedOn: Day | null;
}

/**
 * The offers of an import that are to be decided, with their schools locked. The school that follows
 * is the one of the links, else the one that the finding supposes.
 *
 * @param findings their ids, null for all that the file suggests to close
 */
export const FIND_OFFERS = statement(
  'imports.find-offers',
  (importId: string, findings: readonly string[] | null) => {
    const ids = shared(findings);
    return sql<Offer>`
  SELECT f.id, f.urn, s.id AS "schoolId", s.status, s.closed_on AS "closedOn",
    coalesce(o.successor_urn, t.urn) AS "successorUrn", o.urn IS NOT NULL AS linked,
    coalesce(o.successor_opened_on, t.opened_on) AS "successorOpenedOn"
  FROM import_findings f
  JOIN schools s ON s.urn = f.urn AND ${openSchool()}
  LEFT JOIN (${OPEN_SUCCESSORS}) o ON o.urn = f.urn
  LEFT JOIN schools t ON t.urn = f.successor_urn AND t.in_scope
  WHERE f.import_id = ${importId} AND f.kind IN ${OFFERS_CLOSING} AND f.decision IS NULL
    AND (f.id = ANY (${ids}::uuid[]) OR ${ids} IS NULL AND f.recommended)
  ORDER BY s.id FOR UPDATE OF s, f`;
  },
);

interface Decided {
  id: string;
  urn: number;
  decision: 'closed' | 'kept';
  before: { status: SchoolStatus; closed_on: Day | null; linked: boolean } | null;
  successorUrn: number | null;
  schoolId: string | null;
  status: SchoolStatus | null;
  establishmentType: string | null;
}

/**
 * The decisions of an import to be taken back.
 *
 * @param findings their ids, null for all
 */
export const FIND_DECIDED = statement(
  'imports.find-decided',
  (importId: string, findings: readonly string[] | null) => {
    const ids = shared(findings);
    return sql<Decided>`
  SELECT f.id, f.urn, f.decision, f.before, f.successor_urn AS "successorUrn",
    s.id AS "schoolId", s.status, s.establishment_type AS "establishmentType"
  FROM import_findings f
  LEFT JOIN schools s ON s.urn = f.urn
  WHERE f.import_id = ${importId} AND f.decision IS NOT NULL
    AND (f.id = ANY (${ids}::uuid[]) OR ${ids} IS NULL)
  ORDER BY s.id FOR UPDATE OF f`;
  },
);

export const CLOSE_SCHOOL = statement(
  'imports.close-school',
  (schoolId: string, closedOn: Day | null) => sql`
  UPDATE schools SET status = 'closed', in_scope = false, closed_on = ${closedOn}::date,
    version = version + 1, updated_at = statement_timestamp()
  WHERE id = ${schoolId}`,
);

interface SchoolBefore {
  schoolId: string;
  status: SchoolStatus;
  closedOn: Day | null;
  inScope: boolean;
}

export const OPEN_SCHOOL_AGAIN = statement(
  'imports.open-school-again',
  ({ schoolId, status, closedOn, inScope }: SchoolBefore) => sql`
  UPDATE schools SET status = ${status}, closed_on = ${closedOn}::date, in_scope = ${inScope},
    version = version + 1, updated_at = statement_timestamp()
  WHERE id = ${schoolId}`,
);

interface Decision {
  id: string;
  decision: 'closed' | 'kept';
  userId: string;
  /** JSON of what was before. */
  before?: string;
  /** The school it is linked to. */
  successorUrn?: number | null;
}

export const DECIDE = statement(
  'imports.decide-on-finding',
  ({ id, decision, userId, before, successorUrn }: Decision) => sql`
  UPDATE import_findings SET decision = ${decision}, decided_at = statement_timestamp(),
    decided_by_id = ${userId}, before = ${before ?? null}::jsonb,
    successor_urn = coalesce(${successorUrn ?? null}::int, successor_urn)
  WHERE id = ${id}`,
);

export const UNDECIDE = statement(
  'imports.undecide-findings',
  (ids: readonly string[]) => sql`
  UPDATE import_findings SET decision = NULL, decided_at = NULL, decided_by_id = NULL, before = NULL
  WHERE id = ANY (${ids}::uuid[])`,
);

interface Link {
  predecessorUrn: number;
  successorUrn: number | null;
}

/** @param on the day the successor opened */
export const LINK = statement(
  'imports.link-schools',
  ({ predecessorUrn, successorUrn }: Link, on: Day | null) => sql`
  INSERT INTO school_links (predecessor_urn, successor_urn, link_type, established_on)
  VALUES (${predecessorUrn}, ${successorUrn}, 'Successor', ${on}::date) ON CONFLICT DO NOTHING`,
);

export const UNLINK = statement(
  'imports.unlink-schools',
  ({ predecessorUrn, successorUrn }: Link) => sql`
  DELETE FROM school_links
  WHERE predecessor_urn = ${predecessorUrn} AND successor_urn = ${successorUrn}
    AND link_type = 'Successor'`,
);
