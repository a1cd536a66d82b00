import { type Day, monthsInWords } from './day';
import type { FactorKey } from './priority-score';

interface Facts {
  factors: readonly { key: FactorKey; points: number; detail: string }[];
  monthsSince: number | null;
  lastVisitedOn: Day | null;
  fsmPercent: number | null;
}

const REASONS: Record<FactorKey, (entry: Facts, detail: string) => string> = {
  time_since_visit: ({ lastVisitedOn, monthsSince }) =>
    lastVisitedOn === null || monthsSince === null
      ? 'never visited'
      : `${monthsInWords(monthsSince)} since the last visit`,
  free_school_meals: ({ fsmPercent }) => `${fsmPercent ?? 0}% free school meals`,
  no_music_plan: () => 'no music plan known',
  overdue_actions: (_entry, detail) => detail.replace(/ (is|are) past .*$/, ' overdue'),
  special_or_alternative: () => 'special or alternative provision',
  no_music_lead: () => 'no music lead known',
};

/** The reasons of a place in the queue in one line, the weightiest first: `Never visited · 31% …`. */
export function whyInShort(entry: Facts): string {
  const reasons = entry.factors
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ key, detail }) => REASONS[key](entry, detail));
  if (reasons.length === 0) return 'Visited lately, and nothing else calls for a visit';
  const line = reasons.join(' · ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
