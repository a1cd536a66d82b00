import { call } from './call';
import { keepToday } from './today';

/** Asks the server which day it is. When it does not say, the browser's calendar is as wrong as last time. */
export async function learnToday(): Promise<void> {
  try {
    keepToday((await call('GET /api/today')).today);
  } catch {
    // Without a signal there is nobody to ask.
  }
}
