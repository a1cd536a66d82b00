import {
  type Import,
  IMPORT_KINDS,
  type ImportRejection,
  VISIT_SHEET_FIELDS,
  type VisitSheetPreview,
} from '@tracker/contract';
import {
  component,
  flag,
  instant,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  percent,
  type Shape,
  text,
  uuid,
} from '../shapes';
import { ID, record } from './records';

export const IMPORT_REJECTION = component<ImportRejection>(
  'ImportRejection',
  'A row that was not taken.',
  {
    line: note('Line of the file, 1 the first.', integer(17, 1)),
    column: text('Postcode'),
    value: text('ZZ1'),
    message: text('"ZZ1" is not a postcode.'),
  },
);

export const IMPORT = component<Import>('Import', 'One file on its way in.', {
  ...record(ID.import),
  kind: oneOf(IMPORT_KINDS, 'schools'),
  fileName: text('edubasealldata20241120.csv'),
  dryRun: note('Counts and checks, and changes nothing.', flag(false)),
  status: oneOf(['queued', 'running', 'done', 'failed', 'undoing', 'undone'], 'done'),
  progress: note('0 to 100.', percent(100)),
  created: integer(3),
  updated: integer(41),
  unchanged: integer(487),
  closed: integer(2),
  rejected: integer(1),
  skipped: note("Rows skipped on purpose: another authority's, blank lines.", integer(0)),
  rejections: note(
    'The first 100, of one import only; all of them at its rejected.csv.',
    listOf(IMPORT_REJECTION),
  ),
  message: note(
    'Why it failed, or what an undo had to leave alone.',
    orNull(text('The file has no column "URN".'), null),
  ),
  requestedById: orNull(uuid(ID.head)),
  requestedByName: orNull(text('Ash Rook')),
  startedAt: orNull(instant('2024-11-20T09:15:01.000Z')),
  finishedAt: orNull(instant('2024-11-20T09:15:09.000Z')),
  canUndo: flag(true),
});

const MAPPING: Shape<VisitSheetPreview['mapping']> = {
  schema: {
    type: 'object',
    properties: Object.fromEntries(
      VISIT_SHEET_FIELDS.map((field) => [field, { type: 'integer', minimum: 0 }]),
    ),
  },
  example: { schoolName: 0, visitedOn: 2 },
};

export const VISIT_SHEET_PREVIEW = component<VisitSheetPreview>(
  'VisitSheetPreview',
  'How a spreadsheet of visits would be read.',
  {
    sheet: note("Name of the workbook's sheet that is read; null for CSV.", orNull(text('Visits'))),
    headerLine: note('Line of the header row, 1 the first.', integer(1, 1)),
    header: { ...listOf(text('School')), example: ['School', 'Contact', 'Date of visit'] },
    mapping: note('Field -> number of its column, 0 the first, as guessed.', MAPPING),
    sample: note('The first rows below the header.', {
      ...listOf(listOf(text("St Mary's"))),
      example: [["St Mary's", 'Jo Marsh', '03/12/2024']],
    }),
  },
);
