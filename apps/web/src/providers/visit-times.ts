import type { VisitFilter } from '@tracker/contract';
import { today } from './today';

/** Which visits a list shows, by how they stand to today; kept as a word, so that it never ages. */
export const VISIT_TIMES = ['upcoming', 'no_date', 'unlogged', 'past', 'all'] as const;
export type VisitTime = (typeof VISIT_TIMES)[number];

/** What the screens filter visits by: the API's filters, and `when` in place of its days. */
export type VisitListFilter = VisitFilter & { when?: VisitTime };

const FILTERS: Record<VisitTime, () => VisitFilter> = {
  upcoming: () => ({ from: today(), status: ['scheduled', 'confirmed'] }),
  no_date: () => ({ status: 'proposed' }),
  unlogged: () => ({ unlogged: true }),
  past: () => ({ past: true }),
  all: () => ({}),
};

/** The same filter in the API's terms. */
export function visitFilterOf({ when, ...filter }: VisitListFilter): VisitFilter {
  if (!when || !(when in FILTERS)) return filter;
  const asked = { ...filter, ...FILTERS[when]() };
  // Whoever asks for a status means it: upcoming visits that were cancelled, for one.
  return when === 'upcoming' && filter.status ? { ...asked, status: filter.status } : asked;
}
