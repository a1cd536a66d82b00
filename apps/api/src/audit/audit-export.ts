import type { AuditEntry } from '@tracker/contract';
import { listExport } from '../exports/exported-list';

export const AUDIT_EXPORT = listExport<AuditEntry, 'audit'>({
  list: 'audit',
  title: 'Audit trail',
  columns: {
    at: ['When', 'instant', (row) => row.at],
    userName: ['Person', 'text', (row) => row.userName],
    sentence: ['What', 'text', (row) => row.sentence],
    schoolName: ['School', 'text', (row) => row.schoolName],
    source: ['Reference', 'text', (row) => row.source],
  },
});
