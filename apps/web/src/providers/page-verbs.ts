import type {
  SchoolBrief,
  SetUp,
  TimelineEntry,
  TimelineKind,
  TodaySummary,
} from '@tracker/contract';
import { call } from './http';

interface TimelinePage {
  entries: TimelineEntry[];
  total: number;
}

/** What whole pages are made of, each in one answer. */
export interface PageVerbs {
  todaySummary(signal?: AbortSignal): Promise<TodaySummary>;
  setUp(signal?: AbortSignal): Promise<SetUp>;
  schoolBrief(schoolId: string, signal?: AbortSignal): Promise<SchoolBrief>;
  /** @param rows from the first on */
  schoolTimeline(
    schoolId: string,
    asked: { kind: TimelineKind | null; rows: number },
    signal?: AbortSignal,
  ): Promise<TimelinePage>;
}

export const pageVerbs: PageVerbs = {
  todaySummary: async (signal) => (await call<TodaySummary>('/api/today/summary', { signal })).json,
  setUp: async (signal) => (await call<SetUp>('/api/today/set-up', { signal })).json,
  schoolBrief: async (schoolId, signal) =>
    (await call<SchoolBrief>(`/api/schools/${schoolId}/brief`, { signal })).json,
  schoolTimeline: async (schoolId, { kind, rows }, signal) => {
    const query = new URLSearchParams({
      filter: JSON.stringify(kind ? { kind } : {}),
      range: JSON.stringify([0, rows - 1]),
    });
    const path = `/api/schools/${schoolId}/timeline?${query}`;
    const { json, headers } = await call<TimelineEntry[]>(path, { signal });
    return { entries: json, total: Number(headers.get('Content-Range')?.split('/').pop() ?? 0) };
  },
};
