import type { Report } from '@tracker/contract';
import {
  formatDay,
  londonDayOf,
  plural,
  REPORT_FORMAT_WORDS,
  REPORT_KIND_WORDS,
  type ReportKind,
  type ReportStatus,
} from '@tracker/domain';
import type { ToneName } from '../layout/palette';

export const STATUS_WORDS: Record<ReportStatus, string> = {
  queued: 'Waiting',
  running: 'Preparing',
  done: 'Ready',
  failed: 'Failed',
};

export const STATUS_TONES: Record<ReportStatus, ToneName> = {
  queued: 'quiet',
  running: 'booked',
  done: 'fine',
  failed: 'urgent',
};

export const KIND_EXPLAINED: Record<ReportKind, string> = {
  stakeholder: 'Figures, charts and the hub’s own words for the board, as PDF or to edit in Word.',
  workbook:
    'Visits, outcomes, survey answers, actions and coverage, a sheet each and one row a record.',
  by_school: 'One row a school with the columns you choose, by URN, for a funder’s annual return.',
};

/** `Stakeholder report, PDF`. */
export const nameOfReport = ({ kind, format }: Pick<Report, 'kind' | 'format'>): string =>
  `${REPORT_KIND_WORDS[kind]}, ${REPORT_FORMAT_WORDS[format]}`;

/** `2024-25, West, as of Wed 20 Nov 2024`. */
export function periodInWords({ academicYear, regionName, asOf }: Report): string {
  return [
    academicYear ?? 'All years',
    regionName ?? 'the whole hub',
    `as of ${formatDay(asOf)}`,
  ].join(', ');
}

/** Where it stands, in a sentence. */
export function reportStatusInWords(report: Report): string {
  const { status, progress, message, expiresAt, expired, bytes } = report;
  switch (status) {
    case 'queued':
      return 'Waiting for its turn.';
    case 'running':
      return `Preparing: ${progress}%.`;
    case 'failed':
      return message ?? 'It could not be made.';
    case 'done': {
      const day = expiresAt ? londonDayOf(expiresAt) : null;
      if (expired) return 'Its file is not kept any more. Make it again.';
      return `${sizeInWords(bytes ?? 0)}, kept until ${day ? formatDay(day) : 'next week'}.`;
    }
  }
}

function sizeInWords(bytes: number): string {
  if (bytes < 1024) return plural(bytes, 'byte');
  if (bytes < 1_048_576) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
