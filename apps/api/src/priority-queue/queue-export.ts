import type { QueueEntry } from '@tracker/contract';
import { PLAN_STATE_LABELS, stateInWords, whyInShort } from '@tracker/domain';
import { listExport } from '../exports/exported-list';

export const QUEUE_EXPORT = listExport<QueueEntry, 'priority-queue'>({
  list: 'priority-queue',
  title: 'Priority queue',
  columns: {
    rank: ['Rank', 'number', (row) => row.rank],
    urn: ['URN', 'number', (row) => row.urn],
    name: ['School', 'text', (row) => row.name],
    town: ['Town', 'text', (row) => row.town],
    regionId: ['Region', 'text', (row, regionName) => regionName(row.regionId)],
    district: ['District', 'text', (row) => row.district],
    phase: ['Phase', 'text', (row) => row.phase],
    state: ['State', 'text', (row) => stateInWords(row.state)],
    lastVisitedOn: ['Last visit', 'day', (row) => row.lastVisitedOn],
    score: ['Score', 'number', (row) => row.score],
    why: ['Why', 'text', whyInShort],
    planState: ['Plan', 'text', (row) => PLAN_STATE_LABELS[row.planState]],
    fsmPercent: ['Free school meals, %', 'number', (row) => row.fsmPercent],
    nextVisitOn: ['Booked for', 'day', (row) => row.nextVisitOn],
    pinned: ['Pinned', 'text', (row) => (row.pinned ? row.hold?.reason : null)],
    snoozedUntil: ['Snoozed until', 'day', (row) => row.snoozedUntil],
  },
});
