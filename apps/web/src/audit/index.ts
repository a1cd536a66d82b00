import { lazy } from 'react';

const AuditList = lazy(() => import('./AuditList'));

export const audit = { list: AuditList };
