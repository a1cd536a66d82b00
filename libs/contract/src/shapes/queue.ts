import { FACTOR_KEYS, PLAN_STATES, type ScoreFactor, VISIT_STATES } from '@tracker/domain';
import {
  type Component,
  day,
  flag,
  instant,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  percentage,
  shape,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { ID, record } from './records';

const RANKED_AT = '2024-11-20T09:15:02.000Z';

export const SCORE_FACTOR: Component<ScoreFactor> = shape(
  'ScoreFactor',
  'One reason behind a score.',
  {
    key: oneOf(FACTOR_KEYS, 'time_since_visit'),
    label: text('Time since the last visit'),
    points: note('One decimal.', percentage(35)),
    detail: text('Last visited 2 years and 8 months ago.'),
  },
);

export const QUEUE_HOLD = shape('QueueHold', 'A pin or a snooze.', {
  id: uuid(ID.hold),
  schoolId: uuid(ID.school),
  kind: oneOf(['pin', 'snooze'], 'pin'),
  reason: text('New head teacher asked for a visit before Easter'),
  untilOn: note('The last day on which it holds.', day('2025-04-04')),
  createdById: orNull(uuid(ID.head)),
  createdByName: orNull(text('Ash Rook')),
  createdAt: instant(RANKED_AT),
});
/** A school pinned to the top of the queue or snoozed to its end. */
export type QueueHold = TypeOf<typeof QUEUE_HOLD>;

export const QUEUE_ENTRY = shape(
  'QueueEntry',
  "A school's place in the queue, with the factors that made it.",
  {
    ...record(ID.school),
    id: note("The school's, and so is the version.", uuid(ID.school)),
    rank: note('Place in the whole queue, whatever is filtered; 1 is next.', integer(1, 1)),
    schoolId: uuid(ID.school),
    urn: integer(100001, 1),
    name: text("St Mary's Primary School"),
    town: orNull(text('Marsham')),
    district: orNull(text('Eastmarsh')),
    phase: orNull(text('Primary')),
    fsmPercent: orNull(percentage(23.4)),
    regionId: orNull(uuid(ID.region)),
    state: oneOf(VISIT_STATES, 'due'),
    band: note('1 not visited in three years, 2 due, 3 on track.', oneOf([1, 2, 3], 2)),
    score: note('One decimal.', percentage(35)),
    factors: listOf(SCORE_FACTOR),
    lastVisitedOn: orNull(day('2022-03-08')),
    monthsSince: note('Whole calendar months since the last visit.', orNull(integer(32))),
    booked: note('A visit scheduled or confirmed for today or later.', flag(true)),
    nextVisitOn: orNull(day('2024-12-03')),
    unloggedOn: note(
      'The latest visit that has passed and is not logged.',
      orNull(day('2024-11-13')),
    ),
    proposed: note('A visit waits for a date.', flag(false)),
    planState: note('Of its music development plan.', oneOf(PLAN_STATES, 'current')),
    pinned: flag(true),
    snoozedUntil: orNull(day('2025-01-31'), null),
    /** The pin or snooze in force. */
    hold: orNull(QUEUE_HOLD),
    scoredAt: instant(RANKED_AT),
    stale: note('True while a change waits to be ranked.', flag(false)),
  },
);
/** A school's place in the queue, with the factors that made it. `id` and `version` are the school's; `updatedAt` is when it was ranked. */
export type QueueEntry = TypeOf<typeof QUEUE_ENTRY>;

export const REFRESH_ASKED = shape(
  'PriorityRefreshAsked',
  'The id under which to look how far the refresh is.',
  { id: uuid(ID.refresh) },
);

export const PRIORITY_REFRESH = shape('PriorityRefresh', 'How far a refresh of the ranking is.', {
  id: uuid(ID.refresh),
  createdAt: instant('2024-11-20T09:15:00.000Z'),
  status: oneOf(['queued', 'running', 'done', 'failed'], 'done'),
  schools: note('Schools looked at.', integer(531)),
  changed: note('Schools whose score or state is another one now.', integer(14)),
  requestedById: orNull(uuid(ID.head)),
  requestedByName: orNull(text('Ash Rook')),
  startedAt: orNull(instant('2024-11-20T09:15:01.000Z')),
  finishedAt: orNull(instant(RANKED_AT)),
  message: note('Why it failed, or who stopped it.', orNull(text('It was stopped.'), null)),
});
/** `GET /api/priority-refreshes/:id`. */
export type PriorityRefresh = TypeOf<typeof PRIORITY_REFRESH>;
