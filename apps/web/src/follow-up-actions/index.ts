import { lazy } from 'react';
import ActionIcon from '@mui/icons-material/TaskAltOutlined';
import type { FollowUpAction } from '@tracker/contract';
import { defineResource } from '../layout/screens';

export const followUpActions = defineResource('follow-up-actions', {
  list: lazy(() => import('./ActionList')),
  recordRepresentation: (action: FollowUpAction) => action.title,
  place: { words: 'Actions', Icon: ActionIcon, asks: 'read' },
  writable: {
    title: true,
    detail: true,
    ownerId: true,
    dueOn: true,
    priority: true,
    status: true,
  },
});
