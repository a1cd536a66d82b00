import {
  type Day,
  type Narrative,
  REPORT_FORMATS,
  REPORT_KINDS,
  REPORT_STATUSES,
  type ReportFormat,
  type ReportKind,
  type ReportStatus,
  type SchoolColumn,
} from '@tracker/domain';
import type { RecordBase, RecordVersion } from './common';
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

/** A file that is made in the background. Whoever may read may read it, whoever asked for it. */
export interface Report extends RecordBase {
  kind: ReportKind;
  format: ReportFormat;
  academicYear: string | null;
  asOf: Day;
  regionId: string | null;
  regionName: string | null;
  columns: string[];
  status: ReportStatus;
  /** 0 to 100. */
  progress: number;
  requestedById: string | null;
  requestedByName: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  /** Until then its file can be downloaded at `/api/reports/:id/file`. */
  expiresAt: string | null;
  /** Whether that is over. */
  expired: boolean;
  fileName: string;
  bytes: number | null;
  /** Why it failed; a sentence. */
  message: string | null;
}

/** A column that figures by school can have beside the URN. */
export interface ReportColumn extends SchoolColumn {
  /** Whether it holds answers to a question of the survey. */
  isAnswer: boolean;
}

/** A choice of columns under a name. */
export interface ReportTemplate extends RecordBase, NewReportTemplate {}

/** `POST /api/report-templates` */
export interface NewReportTemplate {
  name: string;
  columns: string[];
}

/** `PUT /api/report-templates/:id` */
export interface ReportTemplateChange extends NewReportTemplate, RecordVersion {}

/** `PUT /api/report-narratives/:academicYear` */
export type ReportNarrativeChange = Narrative & RecordVersion;

/** What the head writes around the figures of an academic year. */
export interface ReportNarrative extends Narrative {
  /** The academic year. */
  id: string;
  academicYear: string;
  /** 0 while nothing was written. */
  version: number;
  updatedAt: string | null;
}

/** Who gets the month's figures by mail. */
export interface MonthlyDigest {
  /** 0 while nothing was set. */
  version: number;
  on: boolean;
  userIds: string[];
}

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
