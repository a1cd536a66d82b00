import { formatDay, readSheetDay } from '@tracker/domain';
import { isHttpError, sentenceOf } from '../providers/problems';
import type { Matching } from './ColumnMatching';

/** Why a matching cannot be used yet; null when it can. */
export function missingInWords({ visitedOn, urn, schoolName }: Matching['mapping']): string | null {
  if (visitedOn === undefined) return 'Say which column has the date of the visit.';
  if (urn === undefined && schoolName === undefined) {
    return 'Say which column has the school: its URN or its name.';
  }
  return null;
}

/** Why the line asked for was not taken, and which is read meanwhile. */
export function refusalInWords(error: unknown, asked: number | undefined, read: number): string {
  const refused = isHttpError(error) && error.status === 422;
  const reason = refused ? `Line ${asked} is blank or not in the file.` : sentenceOf(error);
  return `${reason} Shown is the file as read with line ${read}.`;
}

/** A cell of the column of dates as it is understood: `Thu 1 Oct 2020`. */
export function dateCellInWords(cell: string): string {
  if (cell.trim() === '') return '';
  const day = readSheetDay(cell);
  return day === null ? `${cell}: not understood as a date` : formatDay(day);
}
