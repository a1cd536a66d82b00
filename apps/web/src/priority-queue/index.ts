import type { QueueEntry } from '@tracker/contract';
import { QueueList } from './QueueList';

// The landing page: part of the first download, unlike every other screen.
export const priorityQueue = {
  list: QueueList,
  recordRepresentation: (entry: QueueEntry) => entry.name,
};
