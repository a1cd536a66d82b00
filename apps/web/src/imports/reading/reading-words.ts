import type {
  ColumnUse,
  HandedBackFor,
  LinesPassedOver,
  OfferedChange,
  SheetReading,
  VisitReading,
  VisitRowOutcome,
} from '@tracker/contract';
import { plural } from '@tracker/domain';
import type { ToneName } from '../../layout/palette';
import { SHEET_FIELD_WORDS } from '../import-words';

export const OUTCOME_WORDS: Record<VisitRowOutcome, string> = {
  handed_back: 'To put right',
  new: 'New visits',
  completes: 'Complete a planned visit',
  changed: 'Changes',
  identical: 'Already on record',
  skipped: 'Skipped',
};

export const OUTCOME_TONES: Record<VisitRowOutcome, ToneName> = {
  handed_back: 'late',
  new: 'fine',
  completes: 'fine',
  changed: 'booked',
  identical: 'quiet',
  skipped: 'quiet',
};

/** In the order in which a person deals with them. */
export const OUTCOME_ORDER: readonly VisitRowOutcome[] = [
  'handed_back',
  'new',
  'completes',
  'changed',
  'identical',
  'skipped',
];

export const REASON_WORDS: Record<HandedBackFor, string> = {
  school: 'School not certain',
  day: 'Day not understood',
  not_held: 'Did not take place',
  struck_or_hidden: 'Struck through or hidden',
  question: 'Waits for an answer',
  differs: 'Differs from the record',
  same_day: 'Another visit that day',
  near_scheduled: 'A visit is scheduled close by',
  content: 'Cannot be stored',
};

export const CHANGE_WORDS: Record<OfferedChange['field'], string> = {
  day: 'Day',
  kind: 'Kind of visit',
  visitor: 'Visitor',
  metWith: 'Who was met',
  summary: 'What was found',
};

const USE_WORDS: Partial<Record<ColumnUse, string>> = {
  held: 'Whether it took place',
  planned: 'Planned day, not read',
  asked: 'Asked about above',
  part_of_rejected_file: 'Reason of an earlier import, not read',
  not_read: 'Not read',
};

export const columnUseWords = (use: ColumnUse): string =>
  USE_WORDS[use] ?? SHEET_FIELD_WORDS[use as keyof typeof SHEET_FIELD_WORDS];

const LINES: Record<LinesPassedOver['what'], [one: string, many: string]> = {
  above_header: ['line above the column names', 'lines above the column names'],
  heading: ['heading', 'headings'],
  total: ['total', 'totals'],
  repeated_header: ['repeated line of column names', 'repeated lines of column names'],
  no_visit: ['row without a day', 'rows without a day'],
  blank: ['blank row', 'blank rows'],
};

/** `3 headings (lines 4, 9, 17)`. */
export function linesInWords({ what, count, lines }: LinesPassedOver): string {
  const named =
    what === 'blank' ? '' : ` (${lines.length === 1 ? 'line' : 'lines'} ${shown(lines, count)})`;
  return `${plural(count, ...LINES[what])}${named}`;
}

function shown(lines: readonly number[], count: number): string {
  const listed = lines.join(', ');
  return count > lines.length ? `${listed} …` : listed;
}

const unread = ({ columns }: SheetReading) =>
  columns.filter(({ use, filled }) => use === 'not_read' && filled > 0);

/** Whether a person has to look at the columns: without a school or a day nothing comes of them. */
export const columnsMatter = ({ columns }: SheetReading): boolean =>
  !columns.some(({ use }) => use === 'visitedOn') ||
  !columns.some(({ use }) => use === 'schoolName' || use === 'urn');

/** `9 columns. Not read: Area (7 cells), SMDP (1 cell)`. */
export function columnsInWords(sheet: SheetReading): string {
  const left = unread(sheet);
  const named = left.map(({ title, filled }) => `${title} (${plural(filled, 'cell')})`).join(', ');
  return `${plural(sheet.columns.length, 'column')}. ${left.length === 0 ? 'All are read.' : `Not read: ${named}.`}`;
}

/** `12 rows, 12 days`, and why it is not read where it is not. */
export function sheetInWords({ rows, days, visible }: SheetReading): string {
  return [
    plural(rows, 'row'),
    days === 0 ? 'no day' : plural(days, 'day'),
    ...(visible ? [] : ['hidden']),
  ].join(', ');
}

/** `Import 20 visits`, by what would be written. */
export function runWords({ counts }: Pick<VisitReading, 'counts'>): string {
  const created = counts.new + counts.completes;
  const parts = [
    ...(created > 0 ? [plural(created, 'visit')] : []),
    ...(counts.changed > 0 ? [plural(counts.changed, 'change')] : []),
  ];
  return parts.length === 0 ? 'Nothing to import' : `Import ${parts.join(' and ')}`;
}
