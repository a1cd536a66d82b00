import { lazy } from 'react';
import type { QueueEntry } from '@tracker/contract';

const QueueList = lazy(async () => ({ default: (await import('./QueueList')).QueueList }));

export const priorityQueue = {
  list: QueueList,
  recordRepresentation: (entry: QueueEntry) => entry.name,
};
