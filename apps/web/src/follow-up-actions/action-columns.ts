import type { FollowUpAction } from '@tracker/contract';
import type { CsvColumn } from '../fields/csv';
import { ACTION_PRIORITY_WORDS, ACTION_STATUS_WORDS } from '../fields/words';

export const actionColumns: CsvColumn<FollowUpAction>[] = [
  { heading: 'What', value: (row) => row.title },
  { heading: 'Detail', value: (row) => row.detail },
  { heading: 'School', value: (row) => row.schoolName },
  { heading: 'Owner', value: (row) => row.ownerName },
  { heading: 'Due', value: (row) => row.dueOn },
  { heading: 'Priority', value: (row) => ACTION_PRIORITY_WORDS[row.priority] },
  { heading: 'State', value: (row) => ACTION_STATUS_WORDS[row.status] },
  { heading: 'Closed', value: (row) => row.closedAt },
  { heading: 'Closed by', value: (row) => row.closedByName },
];
