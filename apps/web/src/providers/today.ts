import { addDays, daysBetween, londonToday, type Day } from '@tracker/domain';

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

/** Keeps by how much the browser's calendar is wrong. @param serverToday what the server calls today */
export function keepToday(serverToday: Day): void {
  const days = daysBetween(browserToday(), serverToday);
  offset = days;
  try {
    localStorage.setItem(KEY, String(days));
  } catch {
    // A browser that keeps nothing asks again.
  }
}

const browserToday = (): Day => londonToday(Date.now());

/**
 * The day the server calls today, for words such as "4 years ago" and for a form's first
 * suggestion. States, ranks and what is allowed are the server's and come with the records.
 */
export function today(): Day {
  return addDays(browserToday(), offset);
}
