import type { Visit } from '@tracker/contract';
import type { CsvColumn } from '../fields/csv';
import { VISIT_KIND_WORDS, VISIT_STATUS_WORDS } from '../fields/words';

export const visitColumns: CsvColumn<Visit>[] = [
  { heading: 'School', value: (row) => row.schoolName },
  { heading: 'Scheduled for', value: (row) => row.scheduledOn },
  { heading: 'Time', value: (row) => row.startTime },
  { heading: 'Visited', value: (row) => row.visitedOn },
  { heading: 'Status', value: (row) => VISIT_STATUS_WORDS[row.status] },
  { heading: 'Kind', value: (row) => VISIT_KIND_WORDS[row.kind] },
  { heading: 'Visitor', value: (row) => row.visitorName },
  { heading: 'Academic year', value: (row) => row.academicYear },
  { heading: 'Met with', value: (row) => row.outcome?.metWith },
  { heading: 'Summary', value: (row) => row.outcome?.summary },
  { heading: 'Cancelled by', value: (row) => row.cancelledBy },
  { heading: 'Reason', value: (row) => row.cancelReason ?? row.notHeldReason },
];
