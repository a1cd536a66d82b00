import { PLAN_WARNING_SENTENCES, type PlanWarningKey } from '../plan-reading';

const MOST = 2;

/** What is still odd about a plan once it is confirmed, and worth knowing first. */
const STILL_SO: readonly PlanWarningKey[] = [
  ...(['covers_year_over_when_published', 'other_hub', 'national_plan_list_copied'] as const),
  ...(['sections_blank', 'template_advice_left_in', 'review_before_published'] as const),
  ...(['text_in_pictures', 'not_on_own_site', 'hub_not_named_in_full'] as const),
];

/** Warnings of a plan's reading that are worth saying before a visit: at most two sentences. */
export const planWarningsInShort = (keys: readonly string[]): string[] =>
  STILL_SO.filter((key) => keys.includes(key))
    .slice(0, MOST)
    .map((key) => PLAN_WARNING_SENTENCES[key]);
