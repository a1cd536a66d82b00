import { AUDIT_ACTIONS, AUDIT_ACTORS, AUDITED_RECORDS } from '@tracker/domain';
import { type AskedFilterOf, defineList } from './define-list';

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
