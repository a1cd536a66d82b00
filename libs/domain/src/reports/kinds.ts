/** What can be made for taking along. */
export const REPORT_KINDS = ['stakeholder', 'workbook', 'by_school'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_FORMATS = ['pdf', 'docx', 'xlsx', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const REPORT_STATUSES = ['queued', 'running', 'done', 'failed'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** The first is the one that is made when none is named. */
export const FORMATS_OF: Record<ReportKind, readonly ReportFormat[]> = {
  stakeholder: ['pdf', 'docx'],
  workbook: ['xlsx'],
  by_school: ['xlsx', 'csv'],
};

export const REPORT_KIND_WORDS: Record<ReportKind, string> = {
  stakeholder: 'Stakeholder report',
  workbook: 'Workbook of all records',
  by_school: 'Figures by school',
};

export const REPORT_FORMAT_WORDS: Record<ReportFormat, string> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  csv: 'CSV',
};

/** For so many days a finished report can be downloaded. */
export const REPORT_KEPT_DAYS = 7;
