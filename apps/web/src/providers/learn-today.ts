import type { Today } from '@tracker/contract';
import { call } from './http';
import { keepToday } from './today';

/** Asks the server which day it is. When it does not say, the browser's calendar is as wrong as last time. */
export async function learnToday(): Promise<void> {
  try {
    const { json } = await call<Today>('/api/today');
    keepToday(json.today);
  } catch {
    // Without a signal there is nobody to ask.
  }
}
