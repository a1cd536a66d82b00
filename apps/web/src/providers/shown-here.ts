import { shouldRetry } from './query-client';

/**
 * For a page of one record that says itself why it cannot be had. By default it would go to the list
 * with the news that the record does not exist, also when nobody could be asked.
 */
export const SHOWN_HERE = {
  redirectOnError: false,
  queryOptions: { onError: () => undefined, retry: shouldRetry },
} as const;
