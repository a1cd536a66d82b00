import { londonToday, type Day } from '@tracker/domain';

/**
 * The date in London, for words such as "4 years ago" and for a form's first suggestion. States,
 * ranks and what is allowed are the server's and come with the records.
 */
export function today(): Day {
  return londonToday(Date.now());
}
