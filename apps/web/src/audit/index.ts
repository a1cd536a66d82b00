import { lazy } from 'react';
import AuditIcon from '@mui/icons-material/HistoryOutlined';
import { defineResource } from '../layout/screens';

export const audit = defineResource('audit', {
  list: lazy(() => import('./AuditList')),
  place: { words: 'Audit trail', Icon: AuditIcon, asks: 'audit' },
});
