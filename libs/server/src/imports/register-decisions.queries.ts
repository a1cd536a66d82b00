import { openSchool } from '../rules-in-sql';
import { OFFERS_CLOSING, OPEN_SUCCESSORS } from './register-findings.queries';

/**
 * The offers of an import ($1) that are to be decided, with their schools locked. $2: ids of the
 * findings, null for all that the file suggests to close. The school that follows
 * is the one of the links, else the one that the finding supposes.
 */
export const FIND_OFFERS = `
  SELECT f.id, f.urn, s.id AS "schoolId", s.name, s.status, s.closed_on AS "closedOn",
    coalesce(o.successor_urn, t.urn) AS "successorUrn", o.urn IS NOT NULL AS linked,
    coalesce(o.successor_opened_on, t.opened_on) AS "successorOpenedOn"
  FROM import_findings f
  JOIN schools s ON s.urn = f.urn AND ${openSchool()}
  LEFT JOIN (${OPEN_SUCCESSORS}) o ON o.urn = f.urn
  LEFT JOIN schools t ON t.urn = f.successor_urn AND t.in_scope
  WHERE f.import_id = $1 AND f.kind IN ${OFFERS_CLOSING} AND f.decision IS NULL
    AND (f.id = ANY ($2::uuid[]) OR $2 IS NULL AND f.recommended)
  ORDER BY s.id FOR UPDATE OF s, f`;

/** The decisions of an import ($1) to be taken back; $2: ids of the findings, null for all. */
export const FIND_DECIDED = `
  SELECT f.id, f.urn, f.decision, f.before, f.successor_urn AS "successorUrn",
    s.id AS "schoolId", s.status, s.establishment_type AS "establishmentType"
  FROM import_findings f
  LEFT JOIN schools s ON s.urn = f.urn
  WHERE f.import_id = $1 AND f.decision IS NOT NULL AND (f.id = ANY ($2::uuid[]) OR $2 IS NULL)
  ORDER BY s.id FOR UPDATE OF f`;

// $1: school; $2: closing day
export const CLOSE_SCHOOL = `
  UPDATE schools SET status = 'closed', in_scope = false, closed_on = $2::date,
    version = version + 1, updated_at = statement_timestamp()
  WHERE id = $1`;

// $1: school; $2: status; $3: closing day; $4: in scope
export const OPEN_SCHOOL_AGAIN = `
  UPDATE schools SET status = $2, closed_on = $3::date, in_scope = $4,
    version = version + 1, updated_at = statement_timestamp()
  WHERE id = $1`;

// $1: finding; $2: decision; $3: who; $4: what was before; $5: the school it links to
export const DECIDE = `
  UPDATE import_findings SET decision = $2, decided_at = statement_timestamp(), decided_by_id = $3,
    before = $4::jsonb, successor_urn = coalesce($5::int, successor_urn)
  WHERE id = $1`;

export const UNDECIDE = `
  UPDATE import_findings SET decision = NULL, decided_at = NULL, decided_by_id = NULL, before = NULL
  WHERE id = ANY ($1::uuid[])`;

// $1: predecessor; $2: successor; $3: the day it opened
export const LINK = `
  INSERT INTO school_links (predecessor_urn, successor_urn, link_type, established_on)
  VALUES ($1, $2, 'Successor', $3::date) ON CONFLICT DO NOTHING`;

export const UNLINK = `
  DELETE FROM school_links
  WHERE predecessor_urn = $1 AND successor_urn = $2 AND link_type = 'Successor'`;
