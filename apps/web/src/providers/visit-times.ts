import { addDays } from '@tracker/domain';
import type { VisitFilter } from '@tracker/contract';
import { today } from './today';

/** Which visits a list shows, by how they stand to today; kept as a word, so that it never ages. */
export const VISIT_TIMES = ['upcoming', 'no_date', 'unlogged', 'past', 'all'] as const;
export type VisitTime = (typeof VISIT_TIMES)[number];

/** What the screens filter visits by: the API's filters, and `when` in place of its days. */
export type VisitListFilter = VisitFilter & { when?: VisitTime };

const FILTERS: Record<VisitTime, () => VisitFilter> = {
  upcoming: () => ({ from: today() }),
  no_date: () => ({ status: 'proposed' }),
  unlogged: () => ({ unlogged: true }),
  past: () => ({ to: addDays(today(), -1) }),
  all: () => ({}),
};

/** The same filter in the API's terms. */
export function visitFilterOf({ when, ...filter }: VisitListFilter): VisitFilter {
  return when && when in FILTERS ? { ...filter, ...FILTERS[when]() } : filter;
}
