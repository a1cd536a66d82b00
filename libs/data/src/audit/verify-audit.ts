import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { sql, statement } from '../sql';

/** What a check of the audit trail found. */
export interface AuditVerdict {
  /** Entries that were checked. */
  entries: number;
  /** A sentence for each fault, saying where; none when the trail is whole. At most `MOST_FAULTS`. */
  faults: string[];
  /** The last number and its hash (hex), to be kept elsewhere; null when there is no entry. */
  last: { seq: number; hash: string } | null;
}

export const MOST_FAULTS = 20;
const BATCH = 5_000;

interface SealedRow {
  seq: number;
  entryId: number;
  hash: Buffer;
  /** What was hashed, as `audit_seal` writes it; null when the entry is gone. */
  content: string | null;
}

// Worked out here and hashed in this process: a changed function in the database deceives nobody.
const READ = statement(
  'audit.sealed-after',
  (seq: number) => sql<SealedRow>`
  SELECT s.seq, s.entry_id AS "entryId", s.hash,
    CASE WHEN e.id IS NULL THEN NULL ELSE jsonb_build_array(s.seq, e.id,
      to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), e.actor, e.user_id, e.source,
      e.entity, e.record_id, e.school_id, e.action, e.changes)::text END AS content
  FROM audit_seals s LEFT JOIN audit_entries e ON e.id = s.entry_id
  WHERE s.seq > ${seq} ORDER BY s.seq LIMIT ${BATCH}`,
);

const UNSEALED = statement(
  'audit.unsealed',
  () => sql<{ id: number }>`
  SELECT e.id FROM audit_entries e
  WHERE NOT EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = e.id) ORDER BY e.id
  LIMIT ${MOST_FAULTS}`,
);

/**
 * Walks the whole chain: a number that is missing, an entry that is gone, one that does not hash to
 * what was sealed, and one that was never sealed are faults. That the end of the chain was cut off
 * cannot be seen from the chain alone: `expected` is a number and hash that an earlier check gave.
 */
export async function verifyAudit(
  dataSource: DataSource,
  expected?: { seq: number; hash: string },
): Promise<AuditVerdict> {
  // One snapshot, so that what is written meanwhile looks like no fault.
  return dataSource.transaction('REPEATABLE READ', (manager) => walk(manager, expected));
}

async function walk(
  manager: EntityManager,
  expected?: { seq: number; hash: string },
): Promise<AuditVerdict> {
  const faults: string[] = [];
  const say = (fault: string): void => void (faults.length < MOST_FAULTS && faults.push(fault));
  let last: { seq: number; hash: Buffer } = { seq: 0, hash: Buffer.alloc(32) };
  let entries = 0;
  let met = expected === undefined;
  for (;;) {
    const rows = await READ.rows(manager, last.seq);
    for (const row of rows) {
      const whole = row.seq === last.seq + 1;
      if (!whole) say(gap(last.seq + 1, row.seq - 1));
      if (row.content === null) {
        say(`Number ${row.seq}: entry ${row.entryId} has been removed.`);
      } else if (whole && !hashOf(last.hash, row.content).equals(row.hash)) {
        // After a gap the hash before is not known, so that entry alone says nothing.
        say(`Number ${row.seq}: entry ${row.entryId} or its seal has been changed.`);
      }
      if (row.seq === expected?.seq) {
        met = true;
        if (row.hash.toString('hex') !== expected.hash) {
          say(`Number ${row.seq}: the hash is not the one that was kept.`);
        }
      }
      entries += 1;
      last = { seq: row.seq, hash: row.hash };
    }
    if (rows.length < BATCH) break;
  }
  for (const { id } of await UNSEALED.rows(manager)) say(`Entry ${id} is not in the chain.`);
  if (!met) say(`Number ${expected?.seq} is not there: the end of the trail has been cut off.`);
  return {
    entries,
    faults,
    last: last.seq === 0 ? null : { seq: last.seq, hash: last.hash.toString('hex') },
  };
}

function gap(from: number, to: number): string {
  return from === to
    ? `Number ${from} has been removed.`
    : `Numbers ${from} to ${to} have been removed.`;
}

function hashOf(before: Buffer, content: string): Buffer {
  return createHash('sha256').update(before).update(content).digest();
}
