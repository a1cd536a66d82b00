import { lazy } from 'react';
import QueueIcon from '@mui/icons-material/FormatListNumberedOutlined';
import type { QueueEntry } from '@tracker/contract';
import { defineResource } from '../layout/screens';

export const priorityQueue = defineResource('priority-queue', {
  list: lazy(async () => ({ default: (await import('./QueueList')).QueueList })),
  recordRepresentation: (entry: QueueEntry) => entry.name,
  place: { words: 'Priority queue', Icon: QueueIcon, asks: 'read' },
});
