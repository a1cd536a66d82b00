import type { AuditAction, AuditActor } from '@tracker/domain';

/** One field of a record, in words; null is nothing there. */
export interface AuditChange {
  field: string;
  label: string;
  from: string | null;
  to: string | null;
}

/** One thing that happened: a change of a record, a sign-in, an export. It never changes. */
export interface AuditEntry {
  /** Rises with time. */
  id: number;
  at: string;
  actor: AuditActor;
  /** The person behind it, if there is one. */
  userId: string | null;
  userName: string | null;
  /** Reference of the request, id of the import, name of the command or process. */
  source: string | null;
  /** Kind of record. */
  entity: string;
  recordId: string | null;
  /** As it is called now, else as it was called. */
  recordName: string | null;
  schoolId: string | null;
  schoolName: string | null;
  action: AuditAction;
  /** `Region changed from West to Mid, by Hilary Marsh, Tue 3 Dec 2024`. */
  sentence: string;
  changes: AuditChange[];
}

/** `GET /api/history`: of records that everybody may read. */
export interface HistoryFilter {
  /** The school with all that hangs on it. */
  schoolId?: string;
  /** The visit with its outcome and actions. */
  visitId?: string;
  /** The region with its districts. */
  regionId?: string;
}

/** `GET /api/audit`: of everything, for administrators. */
export interface AuditFilter {
  entity?: string | string[];
  recordId?: string;
  /** The account, its regions and the ends of its sessions. */
  aboutUser?: string;
  schoolId?: string;
  userId?: string;
  actor?: AuditActor | AuditActor[];
  action?: AuditAction | AuditAction[];
  /** First and last day in Europe/London, inclusive. */
  from?: string;
  to?: string;
  /** In what was changed, or in the name of the person or school. */
  q?: string;
}
