import type { Progress, ProgressQuery } from '@tracker/contract';
import { call } from '../providers/http';

/** Where an academic year stands, for the hub or one region, as of a day. */
export async function progress(asked: ProgressQuery, signal?: AbortSignal): Promise<Progress> {
  const given = Object.entries(asked).filter(([, value]) => value);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return (await call<Progress>(`/api/progress?${query}`, { signal })).json;
}
