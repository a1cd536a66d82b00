import type { QueryClient } from '@tanstack/react-query';

const TOLD = ['survey-texts', 'answer-tags', 'survey-summary', 'plan-facts', 'plan-figures'];

/** Texts, the list of labels and the counts of them change together. */
export const refreshLabels = (queries: QueryClient) =>
  Promise.all(TOLD.map((name) => queries.invalidateQueries({ queryKey: [name] })));
