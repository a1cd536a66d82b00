import { IMPORT_FINDING_KINDS } from '../imports';
import { VISIT_SHEET_FIELDS, type VisitSheetField } from '../visit-sheets';
import { REGISTER_LISTS, type RegisterSaying, IMPORT_KINDS } from '@tracker/domain';
import {
  type Component,
  flag,
  instant,
  integer,
  listOf,
  note,
  oneOf,
  optional,
  orNull,
  percentage,
  shape,
  type Shape,
  showing,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { ID, record } from './records';

export const IMPORT_REJECTION = shape('ImportRejection', 'A row that was not taken.', {
  line: note('Line of the file, 1 the first.', integer(17, 1)),
  school: note(
    'As the row writes it, by name or else by URN; empty where it names none.',
    text('Malvern Way'),
  ),
  column: text('Postcode'),
  value: text('ZZ1'),
  message: text('"ZZ1" is not a postcode.'),
});
/** A row that was not taken. `line` is the line of the file, 1 the first. */
export type ImportRejection = TypeOf<typeof IMPORT_REJECTION>;

export const REGISTER_SAYING: Component<RegisterSaying> = shape(
  'RegisterSaying',
  'Something to be said of a register beside its counts.',
  {
    text: text('3 schools in the visiting cycle have no region.'),
    list: optional(note('The list that shows it.', oneOf(REGISTER_LISTS, 'withoutRegion'))),
  },
);

export const IMPORT_DECISIONS_TAKEN = shape(
  'ImportDecisions',
  'How the schools stand that a register offers for closing.',
  {
    waiting: integer(2),
    /** Of those that wait, the ones that the file suggests to close. */
    suggested: integer(1),
    closed: integer(14),
    kept: integer(1),
  },
);
export type ImportDecisions = TypeOf<typeof IMPORT_DECISIONS_TAKEN>;

export const IMPORT_FINDING_SUCCESSOR = shape(
  'ImportFindingSuccessor',
  'The school that follows one offered for closing.',
  { id: uuid(ID.school), urn: integer(151161), name: text('Mill Lane Academy') },
);

export const IMPORT_FINDING = shape('ImportFinding', 'Something an import found in a register.', {
  id: uuid(ID.import),
  kind: oneOf(IMPORT_FINDING_KINDS, 'not_listed'),
  urn: orNull(integer(117284)),
  name: text('Mill Lane School'),
  /** Null where the school is not on record, as in a dry run. */
  schoolId: orNull(uuid(ID.school)),
  line: orNull(integer(17), null),
  column: orNull(text('NumberOfPupils'), null),
  value: note(
    'Of a value left out, the value; of a region kept, the district.',
    orNull(text('<5'), null),
  ),
  message: note(
    'The reason; of a region kept, the region.',
    orNull(text('Not among the open schools of schools.csv. No successor is known.')),
  ),
  /** The school that follows one offered for closing. */
  successor: orNull(IMPORT_FINDING_SUCCESSOR),
  recommended: note('Whether the file suggests to close it.', flag(true)),
  waiting: flag(true),
  decision: orNull(oneOf(['closed', 'kept'], 'closed'), null),
  decidedAt: orNull(instant('2024-11-20T09:20:00.000Z'), null),
  decidedByName: orNull(text('Ash Rook'), null),
});
/** Something an import found in a register: `GET /api/imports/:id/findings`. */
export type ImportFinding = TypeOf<typeof IMPORT_FINDING>;

export const IMPORT = shape('Import', 'One file on its way in.', {
  ...record(ID.import),
  kind: oneOf(IMPORT_KINDS, 'schools'),
  fileName: text('edubasealldata20241120.csv'),
  dryRun: note('Counts and checks, and changes nothing.', flag(false)),
  status: oneOf(['queued', 'running', 'done', 'failed', 'undoing', 'undone'], 'done'),
  progress: note('0 to 100.', percentage(100)),
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
    orNull(text('The file has no column “URN”.'), null),
  ),
  requestedById: orNull(uuid(ID.head)),
  requestedByName: orNull(text('Ash Rook')),
  startedAt: orNull(instant('2024-11-20T09:15:01.000Z')),
  finishedAt: orNull(instant('2024-11-20T09:15:09.000Z')),
  canUndo: flag(true),
  sayings: note(
    "What is to be said beside the counts, of a register's file; what needs somebody comes first.",
    listOf(REGISTER_SAYING),
  ),
  decisions: note(
    'How the schools stand that the file offers for closing; of one import only, else noughts.',
    IMPORT_DECISIONS_TAKEN,
  ),
});
/**
 * One file on its way in. `POST /api/imports` answers 202 with it. A file of visits has more to look
 * at before it is written: see `visit-sheets.ts`.
 */
export type Import = TypeOf<typeof IMPORT>;

const MAPPING: Shape<Partial<Record<VisitSheetField, number>>> = {
  schema: {
    type: 'object',
    properties: Object.fromEntries(
      VISIT_SHEET_FIELDS.map((field) => [field, { type: 'integer', minimum: 0 }]),
    ),
  },
  example: { schoolName: 0, visitedOn: 2 },
};

export const VISIT_SHEET_PREVIEW = shape(
  'VisitSheetPreview',
  'How a spreadsheet of visits would be read.',
  {
    sheet: note("Name of the workbook's sheet that is read; null for CSV.", orNull(text('Visits'))),
    headerLine: note('Line of the header row, 1 the first.', integer(1, 1)),
    header: showing(['School', 'Contact', 'Date of visit'], listOf(text('School'))),
    mapping: note('Field -> number of its column, 0 the first, as guessed.', MAPPING),
    sample: note(
      'The first rows below the header.',
      showing([["St Mary's", 'Jo Marsh', '03/12/2024']], listOf(listOf(text("St Mary's")))),
    ),
  },
);
/** `POST /api/imports/columns` (multipart `file`): how a spreadsheet of visits would be read. */
export type VisitSheetPreview = TypeOf<typeof VISIT_SHEET_PREVIEW>;
