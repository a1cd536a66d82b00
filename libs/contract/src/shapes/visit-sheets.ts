import type { VisitorOfFile } from '../visit-reading';
import type { VisitReadingOptions } from '../visit-sheets';
import {
  HANDED_BACK_FOR,
  VISIT_ROW_OUTCOMES,
  type SheetReading,
  type Question,
  type VisitRowOutcome,
  type HandedBackFor,
  type OfferedChange,
  type RowDecision,
} from '@tracker/domain';
import {
  day,
  flag,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  shape,
  type Shape,
  showing,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { ID, record } from './records';

/** A value of several kinds that has no table of its own in the description. */
const described = <T>(schema: Shape<T>['schema'], example: T): Shape<T> => ({ schema, example });
/** A school that a row may mean. */
export interface SchoolOfRow {
  schoolId: string;
  urn: number;
  name: string;
  town: string | null;
  closed: boolean;
}

const objects = { type: 'array' as const, items: { type: 'object' as const } };

export const VISIT_READING = shape('VisitReading', 'How a file of visits was read.', {
  importId: uuid(ID.import),
  /** The version of the import it belongs to. */
  version: integer(2),
  sheets: note(
    'Every sheet: whether it is read and why not, its columns and what each is taken to be, the lines skipped.',
    described<SheetReading[]>(objects, []),
  ),
  questions: note(
    'What must be answered before the rows it is about can be created.',
    described<Question[]>(objects, []),
  ),
  /** What else is to be known: a wrong byte, a stray quote; sentences. */
  notices: listOf(text('On line 4 a character cannot be read.')),
  visitors: note(
    'Who came, as the file names them, and whose account that is.',
    described<VisitorOfFile[]>(objects, [
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
    described<Record<VisitRowOutcome, number>>(
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
    described<Partial<Record<HandedBackFor, number>>>({ type: 'object' }, { school: 3, day: 1 }),
  ),
  options: note(
    'As they were asked for.',
    described<VisitReadingOptions>({ type: 'object' }, { answers: { 'held-0-4': 'yes_held' } }),
  ),
  /** Whether it can be written as it is: checked, and nothing is waiting. */
  mayRun: flag(true),
});
export type VisitReading = TypeOf<typeof VISIT_READING>;

export const IMPORT_ROW = shape(
  'ImportRow',
  'One day of a sheet of visits, and what becomes of it.',
  {
    id: note('Sheet, line and column; the same after every check.', text('0-17-2')),
    sheetIndex: integer(0),
    sheet: orNull(text('2023-24')),
    line: integer(17, 1),
    /** Title of the column that is at fault, or that holds the day. */
    column: text('School'),
    /** The row as the file has it, under the sheet's header. */
    cells: showing(['Malvern Way', '15/01/2024'], listOf(text('Malvern Way'))),
    outcome: oneOf(VISIT_ROW_OUTCOMES, 'handed_back'),
    /** Why; null where nothing needs saying. */
    reason: orNull(text('No school on record is called "Malvern Way".')),
    handedBackFor: orNull(oneOf(HANDED_BACK_FOR, 'school')),
    /** Key of the question that is open. */
    questionKey: orNull(text('held-0-4'), null),
    /** The school as written, and the one found or chosen. */
    schoolAsWritten: text('Malvern Way'),
    schoolId: orNull(uuid(ID.school), null),
    schoolName: orNull(text('Malvern Way Infant School'), null),
    schoolUrn: orNull(integer(117350), null),
    schoolTown: orNull(text('Ware'), null),
    /** How sure: `exact` by URN or name, `near` by a spelling close by, `remembered`, `chosen`. */
    schoolFoundBy: orNull(oneOf(['exact', 'near', 'remembered', 'chosen'] as const, 'near'), null),
    candidates: note(
      'Schools it may be, best first, where none was certain.',
      described<SchoolOfRow[]>(objects, [
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
    /** The visit on record that it is, completes, changes or clashes with. */
    visitId: orNull(uuid(ID.visit), null),
    changes: note(
      'What the row would change of the visit on record.',
      described<OfferedChange[]>(objects, []),
    ),
    decision: note(
      'What a person decided about it.',
      orNull(described<RowDecision>({ type: 'object' }, {}), null),
    ),
    decidedBefore: note(
      'Whether that was carried over from an earlier import of the same row.',
      flag(false),
    ),
  },
);
export type ImportRow = TypeOf<typeof IMPORT_ROW>;

export const KNOWN_NAME = shape(
  'KnownName',
  'A name of a school or a person as this hub writes it.',
  {
    ...record(ID.import),
    kind: oneOf(['school', 'visitor'] as const, 'school'),
    /** As the file wrote it first. */
    name: text('Malvern Way'),
    schoolId: orNull(uuid(ID.school)),
    schoolName: orNull(text('Malvern Way Infant School')),
    schoolUrn: orNull(integer(117350)),
    userId: orNull(uuid(ID.head), null),
    userName: orNull(text('Carol Lane'), null),
    rememberedByName: orNull(text('Ash Rook')),
  },
);
/**
 * What the hub means by a name that is not the register's or an account's: `Malvern Way`, `CL`.
 * `GET /api/known-names`, `DELETE /api/known-names/:id` forgets one.
 */
export type KnownName = TypeOf<typeof KNOWN_NAME>;
