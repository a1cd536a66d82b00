import {
  type Import,
  IMPORT_FINDING_KINDS,
  IMPORT_KINDS,
  type ImportDecisions,
  type ImportFinding,
  type ImportRejection,
  VISIT_SHEET_FIELDS,
  type VisitSheetPreview,
} from '@tracker/contract';
import { REGISTER_LISTS, type RegisterSaying } from '@tracker/domain';
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
    school: note('As the row writes it, by name or else by URN.', text('Malvern Way')),
    column: text('Postcode'),
    value: text('ZZ1'),
    message: text('"ZZ1" is not a postcode.'),
  },
);

export const REGISTER_SAYING = component<RegisterSaying>(
  'RegisterSaying',
  'Something to be said of a register beside its counts.',
  {
    text: text('3 schools in the visiting cycle have no region.'),
    list: note('The list that shows it.', oneOf(REGISTER_LISTS, 'withoutRegion')),
  },
  ['list'],
);

export const IMPORT_DECISIONS_TAKEN = component<ImportDecisions>(
  'ImportDecisions',
  'How the schools stand that a register offers for closing.',
  { waiting: integer(2), suggested: integer(1), closed: integer(14), kept: integer(1) },
);

export const IMPORT_FINDING_SUCCESSOR = component<NonNullable<ImportFinding['successor']>>(
  'ImportFindingSuccessor',
  'The school that follows one offered for closing.',
  { id: uuid(ID.school), urn: integer(151161), name: text('Mill Lane Academy') },
);

export const IMPORT_FINDING = component<ImportFinding>(
  'ImportFinding',
  'Something an import found in a register.',
  {
    id: uuid(ID.import),
    kind: oneOf(IMPORT_FINDING_KINDS, 'not_listed'),
    urn: orNull(integer(117284)),
    name: text('Mill Lane School'),
    schoolId: orNull(uuid(ID.school)),
    line: orNull(integer(17), null),
    column: orNull(text('NumberOfPupils'), null),
    value: note('The value left out, or the district.', orNull(text('<5'), null)),
    message: note(
      'The reason; of a region kept, the region.',
      orNull(text('Not among the open schools of schools.csv. No successor is known.')),
    ),
    successor: orNull(IMPORT_FINDING_SUCCESSOR),
    recommended: note('Whether the file suggests to close it.', flag(true)),
    waiting: flag(true),
    decision: orNull(oneOf(['closed', 'kept'], 'closed'), null),
    decidedAt: orNull(instant('2024-11-20T09:20:00.000Z'), null),
    decidedByName: orNull(text('Ash Rook'), null),
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
  sayings: note('What is to be said beside the counts, of a register.', listOf(REGISTER_SAYING)),
  decisions: note('Of one import only; noughts in a list.', IMPORT_DECISIONS_TAKEN),
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
