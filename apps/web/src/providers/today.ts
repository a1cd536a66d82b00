import { addDays, daysBetween, londonToday, type Day } from '@tracker/domain';
import type { Today } from '@tracker/contract';
import { call } from './http';

const KEY = 'tracker.days-off';

/** Days by which this browser's calendar differs from the server's, as it was last seen to. */
let offset = keptOffset();

function keptOffset(): number {
  try {
    return Number(localStorage.getItem(KEY)) || 0;
  } catch {
    return 0;
  }
}

function keepOffset(days: number): void {
  offset = days;
  try {
    localStorage.setItem(KEY, String(days));
  } catch {
    // A browser that keeps nothing asks again.
  }
}

const browserToday = (): Day => londonToday(Date.now());

/** Asks the server which day it is. When it does not say, the browser's calendar is as wrong as last time. */
export async function learnToday(): Promise<void> {
  try {
    const { json } = await call<Today>('/api/today');
    keepOffset(daysBetween(browserToday(), json.today));
  } catch {
    // Without a signal there is nobody to ask.
  }
}

/**
 * The day the server calls today, for words such as "4 years ago" and for a form's first
 * suggestion. States, ranks and what is allowed are the server's and come with the records.
 */
export function today(): Day {
  return addDays(browserToday(), offset);
}
