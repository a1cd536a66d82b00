import type { AuditAction } from '@tracker/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { sql, statement } from '../sql';

/** Something that happened and changed no record. */
export interface AuditEvent {
  action: Extract<AuditAction, 'signed_in' | 'sign_in_failed' | 'signed_out' | 'exported'>;
  /** Table it is about; `sessions` for whoever comes and goes. */
  entity: string;
  recordId?: string | null;
  userId: string | null;
  /** Reference of the request. */
  source?: string | null;
  /** What else there is to say: of an export its filter and number of rows. */
  details?: Record<string, unknown>;
}

const RECORD = statement(
  'audit.record-event',
  ({ action, entity, recordId = null, userId, source = null, details = {} }: AuditEvent) => sql`
  SELECT audit_event(${action}, ${entity}, ${recordId}, ${userId}, ${source},
    ${JSON.stringify(details)})`,
);

/** Adds an event to the audit trail, in the caller's transaction if that has one. */
export async function recordEvent(
  database: DataSource | EntityManager,
  event: AuditEvent,
): Promise<void> {
  await RECORD.run(database, event);
}
