import type {
  FreeDays,
  NearbySchool,
  SchoolCalendarSpan,
  VisitorLoads,
  VisitWarnings,
  VisitWarningsQuery,
} from '@tracker/contract';
import { call } from '../providers/http';

type Signal = AbortSignal | undefined;

async function read<T>(path: string, query: object, signal: Signal): Promise<T> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return (await call<T>(`/api/${path}?${text}`, { signal })).json;
}

export const readSchoolCalendar = (span: { from: string; to: string }, signal: Signal) =>
  read<SchoolCalendarSpan>('school-calendar', span, signal);

export const readVisitorLoads = (query: { from: string; regionId?: string }, signal: Signal) =>
  read<VisitorLoads>('visitors', query, signal);

export const readFreeDays = (
  visitorId: string,
  query: { from: string; count: number },
  signal: Signal,
) => read<FreeDays>(`visitors/${encodeURIComponent(visitorId)}/free-days`, query, signal);

export const readNearbySchools = (schoolId: string, limit: number, signal: Signal) =>
  read<NearbySchool[]>(`schools/${encodeURIComponent(schoolId)}/nearby`, { limit }, signal);

export const readVisitWarnings = (plan: VisitWarningsQuery, signal: Signal) =>
  read<VisitWarnings>('visits/warnings', plan, signal);
