import type { ReportTemplate } from '@tracker/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../providers/call';

export const REPORTS = ['reports'] as const;
export const TEMPLATES = ['report-templates'] as const;
export const COLUMNS = ['report-columns'] as const;
export const NARRATIVES = ['report-narratives'] as const;
export const DIGEST = ['monthly-digest'] as const;

/** The texts of a year's stakeholder report. */
export const narrativeQuery = (academicYear: string) =>
  queryOptions({
    queryKey: [...NARRATIVES, academicYear],
    queryFn: ({ signal }) =>
      call('GET /api/report-narratives/{academicYear}', { academicYear, signal }),
  });

export type TemplateValues = Pick<ReportTemplate, 'name' | 'columns'>;

export const readTemplates = (signal: AbortSignal) =>
  call('GET /api/report-templates', { query: { range: [0, 499] }, signal });
