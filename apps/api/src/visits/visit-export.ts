import { type Visit, VISIT_KIND_WORDS, VISIT_STATUS_WORDS } from '@tracker/contract';
import { listExport } from '../exports/exported-list';

export const VISIT_EXPORT = listExport<Visit, 'visits'>({
  list: 'visits',
  title: 'Visits',
  columns: {
    day: ['Day', 'day', (row) => row.visitedOn ?? row.scheduledOn],
    schoolName: ['School', 'text', (row) => row.schoolName],
    regionId: ['Region', 'text', (row, regionName) => regionName(row.regionId)],
    scheduledOn: ['Scheduled for', 'day', (row) => row.scheduledOn],
    startTime: ['Time', 'text', (row) => row.startTime],
    visitedOn: ['Visited', 'day', (row) => row.visitedOn],
    status: ['Status', 'text', (row) => VISIT_STATUS_WORDS[row.status]],
    kind: ['Kind', 'text', (row) => VISIT_KIND_WORDS[row.kind]],
    visitorName: ['Visitor', 'text', (row) => row.visitorName],
    academicYear: ['Academic year', 'text', (row) => row.academicYear],
    metWith: ['Met with', 'text', (row) => row.outcome?.metWith],
    summary: ['Summary', 'text', (row) => row.outcome?.summary],
    cancelledBy: ['Cancelled by', 'text', (row) => row.cancelledBy],
    reason: ['Reason', 'text', (row) => row.cancelReason ?? row.notHeldReason],
  },
});
