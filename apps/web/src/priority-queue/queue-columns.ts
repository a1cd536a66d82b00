import { stateInWords } from '@tracker/domain';
import type { QueueEntry } from '@tracker/contract';
import type { CsvColumn } from '../fields/csv';
import { whyInShort } from './why';

/** The columns of an exported queue; days as `YYYY-MM-DD`, which every spreadsheet reads. */
export const queueColumns: CsvColumn<QueueEntry>[] = [
  { heading: 'Rank', value: (row) => row.rank },
  { heading: 'URN', value: (row) => row.urn },
  { heading: 'School', value: (row) => row.name },
  { heading: 'Town', value: (row) => row.town },
  { heading: 'District', value: (row) => row.district },
  { heading: 'Phase', value: (row) => row.phase },
  { heading: 'State', value: (row) => stateInWords(row.state) },
  { heading: 'Last visit', value: (row) => row.lastVisitedOn },
  { heading: 'Score', value: (row) => row.score },
  { heading: 'Why', value: whyInShort },
  { heading: 'Free school meals, %', value: (row) => row.fsmPercent },
  { heading: 'Booked for', value: (row) => row.nextVisitOn },
  { heading: 'Pinned', value: (row) => (row.pinned ? row.hold?.reason : '') },
  { heading: 'Snoozed until', value: (row) => row.snoozedUntil },
];
