import { lazy } from 'react';
import type { PlanDocument } from '@tracker/contract';
import { defineResource } from '../layout/screens';

export const planDocuments = defineResource('plan-documents', {
  list: lazy(() => import('./DocumentList')),
  show: lazy(() => import('./PlanDocumentShow')),
  create: lazy(() => import('./CapturePlan')),
  recordRepresentation: ({ schoolName }: PlanDocument) => `Plan of ${schoolName}`,
});
