import { addDays, daysBetween, londonToday, type Day } from '@tracker/domain';
import type { Today } from '@tracker/contract';
import { call } from './http';

/** Days by which this browser's calendar differs from the server's. */
let offset = 0;

const browserToday = (): Day => londonToday(Date.now());

/** Asks the server which day it is. When it does not say, the browser's own calendar stands in. */
export async function learnToday(): Promise<void> {
  try {
    const { json } = await call<Today>('/api/today');
    offset = daysBetween(browserToday(), json.today);
  } catch {
    offset = 0;
  }
}

/**
 * The day the server calls today, for words such as "4 years ago" and for a form's first
 * suggestion. States, ranks and what is allowed are the server's and come with the records.
 */
export function today(): Day {
  return addDays(browserToday(), offset);
}
