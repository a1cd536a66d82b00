import { ACTION_PRIORITY_WORDS, ACTION_STATUS_WORDS, type FollowUpAction } from '@tracker/contract';
import { listExport } from '../exports/exported-list';

export const ACTION_EXPORT = listExport<FollowUpAction, 'follow-up-actions'>({
  list: 'follow-up-actions',
  title: 'Actions',
  columns: {
    title: ['Action', 'text', (row) => row.title],
    schoolName: ['School', 'text', (row) => row.schoolName],
    detail: ['Detail', 'text', (row) => row.detail],
    ownerName: ['Owner', 'text', (row) => row.ownerName],
    dueOn: ['Due', 'day', (row) => row.dueOn],
    priority: ['Priority', 'text', (row) => ACTION_PRIORITY_WORDS[row.priority]],
    status: ['Status', 'text', (row) => ACTION_STATUS_WORDS[row.status]],
  },
});
