import { lazy } from 'react';
import type { FollowUpAction } from '@tracker/contract';

export const followUpActions = {
  list: lazy(() => import('./ActionList')),
  recordRepresentation: (action: FollowUpAction) => action.title,
};
