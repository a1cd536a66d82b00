import { FINDING_LIST, type ImportDecisions, type ImportFinding } from '@tracker/contract';
import type { Day } from '@tracker/domain';
import { OFFERS_CLOSING, OPEN_SUCCESSORS } from '@tracker/work';
import { openSchool, sql, statement } from '@tracker/data';
import { type FilterConditions, holds, isOneOf } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';

const OFFERS = OFFERS_CLOSING;

export const FINDING_SPEC: ListSpec<typeof FINDING_LIST> = {
  filters: FINDING_LIST.filters,
  sorts: { id: 'f.id', seq: 'f.seq' },
  defaultOrder: 'f.seq',
  tieBreak: 'f.id',
};

/** Whether an offer of the row `f` waits for somebody, its school being `s` and its import `i`. */
export const WAITS = sql`(f.kind IN ${OFFERS} AND f.decision IS NULL
  AND ${openSchool()} AND i.status = 'done' AND NOT i.dry_run)`;

/** The filters of an import's findings as conditions on `f`, `s` and `i`. */
export const FINDING_CONDITIONS: FilterConditions<typeof FINDING_LIST> = {
  kind: isOneOf('f.kind'),
  waiting: holds(WAITS),
};

/** Schools `s` that an import has offered for closing and nobody has decided on. */
export const AWAITS_DECISION = sql`EXISTS (
  SELECT FROM import_findings f JOIN imports i ON i.id = f.import_id
  WHERE f.urn = s.urn AND ${WAITS})`;

/** Imports `i` with offers that wait. */
export const HAS_WAITING = sql`EXISTS (
  SELECT FROM import_findings f JOIN schools s ON s.urn = f.urn
  WHERE f.import_id = i.id AND ${WAITS})`;

export type FindingRow = Omit<ImportFinding, 'successor'> & {
  openedOn: Day | null;
  successorId: string | null;
  successorUrn: number | null;
  successorName: string | null;
  successorOpenedOn: Day | null;
  linked: boolean;
};

export const FINDINGS = statement(
  'imports.findings',
  () => sql<FindingRow>`
  SELECT f.id, f.kind, f.urn, f.name, s.id AS "schoolId", f.line, f.column_name AS "column",
    f.value, f.message, f.recommended, f.decision, f.decided_at AS "decidedAt",
    u.name AS "decidedByName", ${WAITS} AS waiting, s.opened_on AS "openedOn",
    coalesce(o.successor_id, t.id) AS "successorId",
    coalesce(o.successor_urn, t.urn) AS "successorUrn",
    coalesce(o.successor_name, t.name) AS "successorName",
    coalesce(o.successor_opened_on, t.opened_on) AS "successorOpenedOn",
    o.urn IS NOT NULL AS linked
  FROM import_findings f
  JOIN imports i ON i.id = f.import_id
  LEFT JOIN schools s ON s.urn = f.urn
  LEFT JOIN schools t ON t.urn = f.successor_urn
  LEFT JOIN users u ON u.id = f.decided_by_id
  LEFT JOIN (${OPEN_SUCCESSORS}) o ON o.urn = f.urn AND f.kind IN ${OFFERS}`,
);

/** How the offers of an import stand. */
export const COUNT_DECISIONS = statement(
  'imports.count-decisions',
  (importId: string) => sql<ImportDecisions>`
  SELECT count(*) FILTER (WHERE ${WAITS})::int AS waiting,
    count(*) FILTER (WHERE ${WAITS} AND f.recommended)::int AS suggested,
    count(*) FILTER (WHERE f.decision = 'closed')::int AS closed,
    count(*) FILTER (WHERE f.decision = 'kept')::int AS kept
  FROM import_findings f
  JOIN imports i ON i.id = f.import_id
  LEFT JOIN schools s ON s.urn = f.urn
  WHERE f.import_id = ${importId} AND f.kind IN ${OFFERS}`,
);
