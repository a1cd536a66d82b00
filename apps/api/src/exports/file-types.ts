import type { ExportFormat } from '@tracker/contract';

/** Content types of what a list or a summary is exported as. */
export const FILE_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
