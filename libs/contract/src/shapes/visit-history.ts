import { VISIT_EVENT_KINDS, VISIT_WARNING_KEYS } from '@tracker/domain';
import { day, instant, listOf, note, oneOf, orNull, shape, text, type TypeOf, uuid } from './shape';
import { VISIT_WARNING } from './health';
import { ID } from './records';

export const VISIT_EVENT = shape('VisitEvent', 'One thing that happened to a visit.', {
  id: uuid('0b7cf5be-0f0f-4bb8-8f0a-0d7c6b1c5a11'),
  visitId: uuid(ID.visit),
  kind: oneOf(VISIT_EVENT_KINDS, 'rescheduled'),
  at: instant('2024-11-21T09:12:00.000Z'),
  byId: note(
    'Null for a list that was imported and for the tracker itself.',
    orNull(uuid(ID.head)),
  ),
  byName: orNull(text('Ash Rook')),
  why: note('The reason given, if one was.', orNull(text('The hall is used for exams'))),
  /** Only of a cancellation: whose side it came from. */
  cancelledBy: orNull(oneOf(['school', 'hub'], 'school'), null),
  scheduledOnBefore: orNull(day('2024-12-03')),
  scheduledOn: orNull(day('2024-12-05')),
  startTimeBefore: note('HH:MM, local time.', orNull(text('09:30'))),
  startTime: note('HH:MM, local time.', orNull(text('10:00'))),
  visitorIdBefore: orNull(uuid(ID.head)),
  visitorNameBefore: orNull(text('Ash Rook')),
  visitorId: orNull(uuid(ID.head)),
  visitorName: orNull(text('Ash Rook')),
  schoolNameBefore: note(
    'Only of a visit that went to another school: one that followed, or the right one.',
    orNull(text('Birch Infant School'), null),
  ),
  schoolName: note(
    'Where it went; null also where that was not written down.',
    orNull(text('Birch Academy'), null),
  ),
  overrode: note('Warnings it went ahead against.', listOf(oneOf(VISIT_WARNING_KEYS, 'weekend'))),
});
/** One thing that happened to a visit. `GET /api/visits/:id/history` gives them, the first first. */
export type VisitEvent = TypeOf<typeof VISIT_EVENT>;

export const VISIT_WARNINGS = shape(
  'VisitWarnings',
  'Problems with a visit as it is planned; empty when there are none.',
  { warnings: listOf(VISIT_WARNING) },
);
export type VisitWarnings = TypeOf<typeof VISIT_WARNINGS>;
