import { stateInWords } from '@tracker/domain';
import type { School } from '@tracker/contract';
import type { CsvColumn } from '../fields/csv';
import { SCHOOL_STATUS_WORDS } from '../fields/words';

export const schoolColumns: CsvColumn<School>[] = [
  { heading: 'URN', value: (row) => row.urn },
  { heading: 'School', value: (row) => row.name },
  { heading: 'Phase', value: (row) => row.phase },
  { heading: 'Type', value: (row) => row.establishmentType },
  { heading: 'Status', value: (row) => SCHOOL_STATUS_WORDS[row.status] },
  { heading: 'District', value: (row) => row.district },
  { heading: 'Street', value: (row) => row.street },
  { heading: 'Town', value: (row) => row.town },
  { heading: 'Postcode', value: (row) => row.postcode },
  { heading: 'Pupils', value: (row) => row.pupils },
  { heading: 'Free school meals, %', value: (row) => row.fsmPercent },
  { heading: 'Trust', value: (row) => row.trust },
  { heading: 'State', value: (row) => (row.state ? stateInWords(row.state) : 'Not in the cycle') },
  { heading: 'Last visit', value: (row) => row.lastVisitedOn },
  { heading: 'Due', value: (row) => row.dueOn },
  { heading: 'Booked for', value: (row) => row.nextVisitOn },
  { heading: 'Notes', value: (row) => row.notes },
];
