import type {
  BankHolidayYear,
  CalendarImport,
  ImportCalendar,
  SaveBankHolidayYear,
  SaveSchoolYear,
  SchoolYear,
} from '@tracker/contract';
import { call } from '../providers/http';

const put = async <T>(path: string, body: object): Promise<T> =>
  (await call<T>(path, { method: 'PUT', body: JSON.stringify(body) })).json;

export async function schoolYears(signal?: AbortSignal): Promise<SchoolYear[]> {
  return (await call<SchoolYear[]>('/api/school-years', { signal })).json;
}

export async function bankHolidayYears(signal?: AbortSignal): Promise<BankHolidayYear[]> {
  return (await call<BankHolidayYear[]>('/api/bank-holidays', { signal })).json;
}

export const saveSchoolYear = (year: string, body: SaveSchoolYear) =>
  put<SchoolYear>(`/api/school-years/${encodeURIComponent(year)}`, body);

export const saveBankHolidayYear = (year: string, body: SaveBankHolidayYear) =>
  put<BankHolidayYear>(`/api/bank-holidays/${encodeURIComponent(year)}`, body);

/** With `dryRun` says what would happen and changes nothing. */
export async function importCalendar(body: ImportCalendar): Promise<CalendarImport> {
  const path = '/api/school-calendar/import';
  return (await call<CalendarImport>(path, { method: 'POST', body: JSON.stringify(body) })).json;
}
