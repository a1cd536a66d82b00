import { defineList } from './define-list';

export const TIMELINE_KINDS = [
  ...(['visit', 'survey', 'action', 'plan', 'answer', 'mail', 'register'] as const),
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** `GET /api/schools/:id/timeline`. */
export const TIMELINE_LIST = defineList({
  filters: { kind: TIMELINE_KINDS },
  sorts: ['on'],
});
