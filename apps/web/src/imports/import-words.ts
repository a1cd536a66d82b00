import { plural, type ImportKind } from '@tracker/domain';
import type { Import, VisitSheetField } from '@tracker/contract';
import { isUnderWay } from '../fields/under-way';

/** What each kind of file is, for the one who has it in front of them. */
export const KIND_EXPLAINED: Record<ImportKind, string> = {
  schools:
    'The list of schools from the DfE’s “Get Information about Schools”, as CSV. Adds, updates and closes schools; regions, contacts and notes that people entered stay.',
  'school-links':
    'Which school took the place of which, from the same site, as CSV. A successor then inherits the visits of the school before it.',
  'school-census':
    'Pupils and free school meals, from the DfE’s school census, as CSV. Decides part of the score.',
  visits:
    'The visits so far, from the spreadsheet the hub keeps, as CSV or XLSX. You can put right on the screen what the tracker reads wrongly.',
  plans:
    'The music development plans the hub has seen, as CSV or XLSX, a row for each plan. Columns: URN or school and town, address, academic year, day seen and, where none was found, a column that says no. A row without a day counts as seen today.',
};

export const SHEET_FIELD_WORDS: Record<VisitSheetField, string> = {
  urn: 'URN',
  schoolName: 'School’s name',
  town: 'Town',
  postcode: 'Postcode',
  visitedOn: 'Date of the visit',
  kind: 'Kind of visit',
  status: 'Status',
  visitor: 'Visitor',
  metWith: 'Who was met',
  summary: 'What was found',
};

interface Tally {
  words: string;
  count: number;
  /** What the words stand for, where they do not say it. */
  explained?: string;
}

/** Rows that are left out on purpose, and need no correcting. */
const PASSED_OVER: Record<ImportKind, string> = {
  schools: 'blank rows and schools of other local authorities',
  'school-links': 'blank rows and links that are said twice',
  'school-census': 'blank rows, totals and schools without figures',
  visits: 'headings, totals, blank rows and rows you skipped',
  plans: 'blank rows, rows that say nothing of a plan and rows that are said twice',
};

/** What the import did, or would do, in the order people ask for it. */
export function tallies(record: Import): Tally[] {
  const { kind, dryRun } = record;
  const will = dryRun ? 'to be ' : '';
  const all: (Tally & { always: boolean })[] = [
    { words: `${will}created`, count: record.created, always: true },
    { words: `${will}updated`, count: record.updated, always: true },
    { words: 'unchanged', count: record.unchanged, always: true },
    { words: `${will}closed`, count: record.closed, always: kind === 'schools' },
    {
      words: kind === 'visits' && dryRun ? 'to put right' : 'rejected',
      count: record.rejected,
      always: true,
    },
    {
      words: 'skipped',
      explained: PASSED_OVER[kind],
      count: record.skipped,
      always: false,
    },
  ];
  return all.filter(({ count, always }) => always || count > 0);
}

/** Where the import stands, without the figures that stand beside it. */
export function standingInWords(record: Import): string {
  switch (record.status) {
    case 'queued':
      return 'The file is uploaded and waiting for its turn.';
    case 'running':
      return `The file is being read: ${record.progress}% so far.`;
    case 'failed':
      return record.message ?? 'The file could not be taken. Nothing was changed.';
    case 'undoing':
      return 'The import is being undone.';
    case 'undone':
      return record.message ?? 'The import was undone: everything is as it was before it.';
    case 'done':
      return doneInWords(record);
  }
}

/** The same with what was created, updated and closed, where no figures stand beside it. */
export function standingWithFigures(record: Import): string {
  const changed = tallies(record)
    .filter(({ words, count }) => count > 0 && /created|updated|closed/.test(words))
    .map(({ words, count }) => `${count.toLocaleString('en-GB')} ${words}`);
  return record.status === 'done'
    ? doneInWords(record, changed.join(', '))
    : standingInWords(record);
}

function doneInWords(record: Import, figures = '') {
  const { dryRun, created, updated, unchanged, closed, rejected, message } = record;
  const changes = created + updated + closed;
  const nothing = nothingInWords(record);
  const rejections = rejected > 0 && (changes > 0 || unchanged > 0) ? rejectedInWords(record) : '';
  const extra = message ? ` ${message}` : '';
  const made = changes === 0 ? `: ${nothing}` : `${figures && `: ${figures}`}.`;
  const did = dryRun
    ? `Checked${made}${changes === 0 ? '' : ' Nothing is changed yet.'}`
    : `Done${made}`;
  return `${did}${rejections}${extra}`;
}

function rejectedInWords({ kind, dryRun, rejected }: Import) {
  const rows = ` ${plural(rejected, 'row')}`;
  if (!dryRun) return `${rows} ${rejected === 1 ? 'was' : 'were'} not taken.`;
  if (kind !== 'visits') return `${rows} would not be taken.`;
  return `${rows} ${rejected === 1 ? 'needs' : 'need'} putting right, or will not be taken.`;
}

/** Why a file changes nothing. */
function nothingInWords({ kind, unchanged, rejected, skipped }: Import): string {
  if (unchanged > 0) return 'there is nothing new in this file.';
  if (rejected > 0) return 'no row of this file could be taken.';
  if (skipped === 0) return 'there is nothing new in this file.';
  return kind === 'schools'
    ? 'every row was skipped, because none is a school of the local authorities asked for.'
    : 'every row was skipped, because none has anything to take.';
}

export function isBeingWorkedOn({ status }: Pick<Import, 'status'>): boolean {
  return isUnderWay({ status }) || status === 'undoing';
}
