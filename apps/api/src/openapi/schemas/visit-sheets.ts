import {
  HANDED_BACK_FOR,
  type ImportRow,
  type KnownName,
  VISIT_ROW_OUTCOMES,
  type VisitReading,
} from '@tracker/contract';
import {
  component,
  day,
  flag,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  type Shape,
  text,
  uuid,
} from '../shapes';
import { ID, record } from './records';

/** A value of several kinds that has no table of its own in the description. */
const anything = <T>(schema: Shape<T>['schema'], example: T): Shape<T> => ({ schema, example });
const objects = { type: 'array' as const, items: { type: 'object' as const } };

export const VISIT_READING = component<VisitReading>(
  'VisitReading',
  'How a file of visits was read.',
  {
    importId: uuid(ID.import),
    version: integer(2),
    sheets: note(
      'Every sheet: whether it is read and why not, its columns and what each is taken to be, the lines skipped.',
      anything<VisitReading['sheets']>(objects, []),
    ),
    questions: note(
      'What must be answered before the rows it is about can be created.',
      anything<VisitReading['questions']>(objects, []),
    ),
    notices: listOf(text('On line 4 a character cannot be read.')),
    visitors: note(
      'Who came, as the file names them, and whose account that is.',
      anything<VisitReading['visitors']>(objects, [
        {
          name: 'CL',
          rows: 12,
          userId: null,
          userName: null,
          known: null,
          suggestedUserId: ID.head,
        },
      ]),
    ),
    counts: note(
      'How many rows come to what.',
      anything<VisitReading['counts']>(
        {
          type: 'object',
          properties: Object.fromEntries(
            VISIT_ROW_OUTCOMES.map((outcome) => [outcome, { type: 'integer', minimum: 0 }]),
          ),
        },
        { new: 20, completes: 1, identical: 3, changed: 0, handed_back: 4, skipped: 1 },
      ),
    ),
    handedBack: note(
      'Of those handed back, how many for what.',
      anything<VisitReading['handedBack']>({ type: 'object' }, { school: 3, day: 1 }),
    ),
    options: note(
      'As they were asked for.',
      anything<VisitReading['options']>(
        { type: 'object' },
        { answers: { 'held-0-4': 'yes_held' } },
      ),
    ),
    mayRun: flag(true),
  },
);

export const IMPORT_ROW = component<ImportRow>(
  'ImportRow',
  'One day of a sheet of visits, and what becomes of it.',
  {
    id: note('Sheet, line and column; the same after every check.', text('0-17-2')),
    sheetIndex: integer(0),
    sheet: orNull(text('2023-24')),
    line: integer(17, 1),
    column: text('School'),
    cells: { ...listOf(text('Malvern Way')), example: ['Malvern Way', '15/01/2024'] },
    outcome: oneOf(VISIT_ROW_OUTCOMES, 'handed_back'),
    reason: orNull(text('No school on record is called "Malvern Way".')),
    handedBackFor: orNull(oneOf(HANDED_BACK_FOR, 'school')),
    questionKey: orNull(text('held-0-4'), null),
    schoolAsWritten: text('Malvern Way'),
    schoolId: orNull(uuid(ID.school), null),
    schoolName: orNull(text('Malvern Way Infant School'), null),
    schoolUrn: orNull(integer(117350), null),
    schoolTown: orNull(text('Ware'), null),
    schoolFoundBy: orNull(oneOf(['exact', 'near', 'remembered', 'chosen'] as const, 'near'), null),
    candidates: note(
      'Schools it may be, best first.',
      anything<ImportRow['candidates']>(objects, [
        {
          schoolId: ID.school,
          urn: 117350,
          name: 'Malvern Way Infant School',
          town: 'Ware',
          closed: false,
        },
      ]),
    ),
    dayAsWritten: text('15/01/2024'),
    visitedOn: orNull(day('2024-01-15')),
    kind: oneOf(['cycle', 'follow_up', 'other'] as const, 'cycle'),
    visitor: orNull(text('Ash Rook')),
    metWith: orNull(text('Jo Marsh')),
    summary: orNull(text('A choir of 40.')),
    visitId: orNull(uuid(ID.visit), null),
    changes: note(
      'What the row would change of the visit on record.',
      anything<ImportRow['changes']>(objects, []),
    ),
    decision: note(
      'What a person decided about it.',
      orNull(anything<NonNullable<ImportRow['decision']>>({ type: 'object' }, {}), null),
    ),
    decidedBefore: note(
      'Whether that was carried over from an earlier import of the same row.',
      flag(false),
    ),
  },
);

export const KNOWN_NAME = component<KnownName>(
  'KnownName',
  'A name of a school or a person as this hub writes it.',
  {
    ...record(ID.import),
    kind: oneOf(['school', 'visitor'] as const, 'school'),
    name: text('Malvern Way'),
    schoolId: orNull(uuid(ID.school)),
    schoolName: orNull(text('Malvern Way Infant School')),
    schoolUrn: orNull(integer(117350)),
    userId: orNull(uuid(ID.head), null),
    userName: orNull(text('Carol Lane'), null),
    rememberedByName: orNull(text('Ash Rook')),
  },
);
