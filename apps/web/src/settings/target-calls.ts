import type { SaveTarget, Target, TargetChange } from '@tracker/contract';
import { call } from '../providers/http';

const path = (academicYear: string) => `/api/targets/${encodeURIComponent(academicYear)}`;

export async function target(academicYear: string, signal?: AbortSignal): Promise<Target> {
  return (await call<Target>(path(academicYear), { signal })).json;
}

/** Newest first. */
export async function targetHistory(
  academicYear: string,
  signal?: AbortSignal,
): Promise<TargetChange[]> {
  return (await call<TargetChange[]>(`${path(academicYear)}/history`, { signal })).json;
}

export async function saveTarget(academicYear: string, body: SaveTarget): Promise<Target> {
  const sent = { method: 'PUT', body: JSON.stringify(body) };
  return (await call<Target>(path(academicYear), sent)).json;
}
