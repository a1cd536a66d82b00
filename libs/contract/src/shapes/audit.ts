import { AUDIT_ACTIONS, AUDIT_ACTORS } from '@tracker/domain';
import {
  instant,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  shape,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { ID } from './records';

export const AUDIT_CHANGE = shape(
  'AuditChange',
  'One field of a record, in words; null is nothing there.',
  {
    field: text('regionId'),
    label: text('Region'),
    from: orNull(text('West')),
    to: orNull(text('Mid')),
  },
);
export type AuditChange = TypeOf<typeof AUDIT_CHANGE>;

export const AUDIT_ENTRY = shape(
  'AuditEntry',
  'One thing that happened: a change of a record, a sign-in, an export. It never changes.',
  {
    id: note('Rises with time.', integer(1204, 1)),
    at: instant('2024-12-03T09:15:00.000Z'),
    actor: note('Which way it came in.', oneOf(AUDIT_ACTORS, 'user')),
    /** The person behind it, if there is one. */
    userId: orNull(uuid(ID.head)),
    userName: orNull(text('Hilary Marsh')),
    source: note(
      'Reference of the request, id of the import, name of the command or process.',
      orNull(text('4d2f6b8a-0c1e-4f35-a796-8b0d2f4a6ce1')),
    ),
    entity: note('Kind of record.', text('schools')),
    recordId: orNull(text(ID.school)),
    recordName: note(
      'As it is called now, else as it was called.',
      orNull(text('Mill Lane School')),
    ),
    schoolId: orNull(uuid(ID.school)),
    schoolName: orNull(text('Mill Lane School')),
    action: oneOf(AUDIT_ACTIONS, 'changed'),
    /** `Region changed from West to Mid, by Hilary Marsh, Tue 3 Dec 2024`. */
    sentence: text('Region changed from West to Mid, by Hilary Marsh, Tue 3 Dec 2024'),
    changes: listOf(AUDIT_CHANGE),
  },
);
export type AuditEntry = TypeOf<typeof AUDIT_ENTRY>;
