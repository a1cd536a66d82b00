import type { QueryClient } from '@tanstack/react-query';

/** Texts, the list of labels and the counts of them change together. */
export const refreshLabels = (queries: QueryClient) =>
  Promise.all(
    [['survey-texts'], ['answer-tags'], ['survey-summary']].map((queryKey) =>
      queries.invalidateQueries({ queryKey }),
    ),
  );
