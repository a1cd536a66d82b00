import type {
  MonthlyDigest,
  NewReport,
  Report,
  ReportColumn,
  ReportNarrative,
  ReportTemplate,
} from '@tracker/contract';
import type { Narrative } from '@tracker/domain';
import { call, callForFile } from '../providers/http';

const get = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await call<T>(path, { signal })).json;
const send = async <T>(
  method: string,
  path: string,
  body?: unknown,
  idempotencyKey?: string,
): Promise<T> =>
  (
    await call<T>(path, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(idempotencyKey && { idempotencyKey }),
    })
  ).json;

/** The latest first; as many as a page shows. */
export const reports = (signal?: AbortSignal) =>
  get<Report[]>(`/api/reports?range=${encodeURIComponent('[0,49]')}`, signal);
export const report = (id: string) => get<Report>(`/api/reports/${id}`);
export const makeReport = (report: NewReport, key: string) =>
  send<Report>('POST', '/api/reports', report, key);
export const stopReport = (id: string) => send<Report>('POST', `/api/reports/${id}/stop`);
export const removeReport = (id: string) => send<Report>('DELETE', `/api/reports/${id}`);
export const reportFile = (id: string, signal?: AbortSignal) =>
  callForFile(`/api/reports/${id}/file`, signal);

export const reportColumns = (signal?: AbortSignal) =>
  get<ReportColumn[]>('/api/report-columns', signal);
export const reportTemplates = (signal?: AbortSignal) =>
  get<ReportTemplate[]>(`/api/report-templates?range=${encodeURIComponent('[0,499]')}`, signal);
export type TemplateValues = Pick<ReportTemplate, 'name' | 'columns'>;
export const addTemplate = (values: TemplateValues, key: string) =>
  send<ReportTemplate>('POST', '/api/report-templates', values, key);
export const saveTemplate = (id: string, values: TemplateValues & { version: number }) =>
  send<ReportTemplate>('PUT', `/api/report-templates/${id}`, values);
export const removeTemplate = (id: string) =>
  send<ReportTemplate>('DELETE', `/api/report-templates/${id}`);

export const narrative = (year: string, signal?: AbortSignal) =>
  get<ReportNarrative>(`/api/report-narratives/${year}`, signal);
export const saveNarrative = (year: string, values: Narrative & { version: number }) =>
  send<ReportNarrative>('PUT', `/api/report-narratives/${year}`, values);

export const monthlyDigest = (signal?: AbortSignal) =>
  get<MonthlyDigest>('/api/monthly-digest', signal);
export const saveMonthlyDigest = (values: MonthlyDigest) =>
  send<MonthlyDigest>('PUT', '/api/monthly-digest', values);

export const REPORTS = ['reports'] as const;
export const TEMPLATES = ['report-templates'] as const;
export const COLUMNS = ['report-columns'] as const;
export const NARRATIVES = ['report-narratives'] as const;
export const DIGEST = ['monthly-digest'] as const;
