import {
  type Day,
  type Narrative,
  REPORT_FORMATS,
  REPORT_KINDS,
  REPORT_STATUSES,
  type ReportFormat,
  type ReportKind,
} from '@tracker/domain';
import type { RecordVersion } from './common';
import { defineList } from './define-list';

/** `POST /api/reports`: what is to be made. */
export interface NewReport {
  kind: ReportKind;
  /** Left out, the first that the kind has: PDF, or Excel. */
  format?: ReportFormat;
  /** `2024-25`. Only a workbook may leave it out, and then has every year on record. */
  academicYear?: string;
  /** The day as of which is counted, inside the year; left out, today or the year's last day. */
  asOf?: Day;
  /** Left out, the whole hub. */
  regionId?: string;
  /** Of figures by school: keys of `GET /api/report-columns`, in their order; or a template. */
  columns?: string[];
  templateId?: string;
}

/** `POST /api/report-templates` */
export interface NewReportTemplate {
  name: string;
  columns: string[];
}

/** `PUT /api/report-templates/:id` */
export interface ReportTemplateChange extends NewReportTemplate, RecordVersion {}

/** `PUT /api/report-narratives/:academicYear` */
export type ReportNarrativeChange = Narrative & RecordVersion;

/** `GET /api/reports`. */
export const REPORT_LIST = defineList({
  filters: {
    id: 'uuids',
    kind: REPORT_KINDS,
    format: REPORT_FORMATS,
    status: REPORT_STATUSES,
    requestedById: 'uuid',
  },
  sorts: ['id', 'createdAt', 'kind', 'status', 'finishedAt', 'expiresAt'],
});

/** `GET /api/report-templates`. */
export const REPORT_TEMPLATE_LIST = defineList({
  filters: { id: 'uuids' },
  sorts: ['id', 'name', 'updatedAt'],
});
