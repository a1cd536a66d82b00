import {
  AUDIT_ACTIONS,
  AUDIT_ACTORS,
  type AuditAction,
  type AuditActor,
  AUDITED_RECORDS,
} from '@tracker/domain';
import { type AskedFilterOf, defineList } from './define-list';

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
export const HISTORY_LIST = defineList({
  filters: {
    /** The school with all that hangs on it. */
    schoolId: 'uuid',
    /** The visit with its outcome and actions. */
    visitId: 'uuid',
    /** The region with its districts. */
    regionId: 'uuid',
  },
  sorts: ['at'],
});
export type HistoryFilter = AskedFilterOf<typeof HISTORY_LIST>;

/** `GET /api/audit`: of everything, for administrators. */
export const AUDIT_LIST = defineList({
  filters: {
    /** In what was changed, or in the name of the person or school. */
    q: 'text',
    entity: Object.keys(AUDITED_RECORDS),
    recordId: 'text',
    /** The account, its regions and the ends of its sessions. */
    aboutUser: 'uuid',
    schoolId: 'uuid',
    userId: 'uuid',
    actor: AUDIT_ACTORS,
    action: AUDIT_ACTIONS,
    /** First and last day in Europe/London, inclusive. */
    from: 'day',
    to: 'day',
  },
  sorts: ['at'],
});
export type AuditFilter = AskedFilterOf<typeof AUDIT_LIST>;
