import type { ReportTemplate } from '@tracker/contract';
import { call } from '../providers/call';

export const REPORTS = ['reports'] as const;
export const TEMPLATES = ['report-templates'] as const;
export const COLUMNS = ['report-columns'] as const;
export const NARRATIVES = ['report-narratives'] as const;
export const DIGEST = ['monthly-digest'] as const;

export type TemplateValues = Pick<ReportTemplate, 'name' | 'columns'>;

export const readTemplates = (signal: AbortSignal) =>
  call('GET /api/report-templates', { query: { range: [0, 499] }, signal });
