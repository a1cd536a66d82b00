import { RULE_KEYS, VISIT_WARNING_KEYS, type VisitWarning } from '@tracker/domain';
import {
  type Component,
  day,
  flag,
  integer,
  listOf,
  note,
  oneOf,
  optional,
  orNull,
  shape,
  type Shape,
  text,
  type TypeOf,
  uuid,
} from './shape';

export const ALIVE = shape('Alive', 'The process lives.', {
  status: oneOf(['alive'], 'alive'),
});

export const TODAY = shape('Today', 'The day it is.', { today: day('2024-11-20') });
/** `GET /api/today`: the day the server calls today, so that a screen and the rules agree. */
export type Today = TypeOf<typeof TODAY>;

export const WAITING = shape('WaitingToBeRanked', 'Schools that wait for a rank.', {
  waiting: orNull(integer(0)),
  oldestSeconds: orNull(integer(3), null),
});

export const READINESS = shape('Readiness', 'What works at this moment.', {
  status: oneOf(['ready', 'degraded', 'down'], 'ready'),
  reason: note(
    'What is wrong, in words; null when nothing is.',
    orNull(text('The tracker cannot save: the disk of its database is full.'), null),
  ),
  saving: note('Whether changes are saved; the pages say so when they are not.', flag(true)),
  postgres: oneOf(['up', 'down'], 'up'),
  redis: oneOf(['up', 'down'], 'up'),
  migrations: oneOf(['applied', 'pending', 'unknown'], 'applied'),
  queue: WAITING,
});
/**
 * `GET /api/health/ready`. `degraded` and still 200: Redis cannot be used, or PostgreSQL is read but
 * saves nothing. `down` and 503: PostgreSQL does not answer, or its tables are not up to date.
 */
export type Readiness = TypeOf<typeof READINESS>;

export const FIELD_ERROR = shape('FieldError', 'One thing that is wrong.', {
  field: note('Path of the input, `filter.q` or `actions.0.title`.', text('reason')),
  message: text('Give the reason.'),
});
/** One thing that is wrong with a request; `field` is the path of the input, `filter.q` or `contacts.0.email`. */
export type FieldError = TypeOf<typeof FIELD_ERROR>;

export const VISIT_WARNING: Component<VisitWarning> = shape(
  'VisitWarning',
  'A problem with a planned visit; a person may go ahead knowingly.',
  {
    key: oneOf(VISIT_WARNING_KEYS, 'school_holiday'),
    message: text('Tue 29 Oct 2024 is in the autumn half term.'),
  },
);

const CURRENT: Shape<unknown> = {
  schema: { type: 'object', additionalProperties: true },
  example: { version: 4 },
};

export const BROKEN_RULE = shape('BrokenPlanningRule', 'A rule of planning that would be broken.', {
  key: oneOf(RULE_KEYS, 'window'),
  message: text('Schools of its phase are not visited then.'),
});

export const PROBLEM = shape(
  'Problem',
  'RFC 9457 problem details: what went wrong, in a sentence that a person can act on.',
  {
    type: text('about:blank'),
    title: text('Unprocessable Entity'),
    status: integer(422, 400),
    detail: text('Give the reason.'),
    errors: optional(listOf(FIELD_ERROR)),
    reference: note(
      "Stands in the server's log beside the cause.",
      uuid('6d1c7d0e-7a53-4c3e-9f6e-2a4d8b0c1e3f'),
    ),
    current: optional(note('With 409 on a stale version: the record as it is now.', CURRENT)),
    /** Only with 409 on a visit that was to go ahead without warnings it has. */
    warnings: optional(listOf(VISIT_WARNING)),
    /** Only with 422 on a line of a plan that nobody has accepted to break them. */
    rules: optional(listOf(BROKEN_RULE)),
  },
);
/** RFC 9457 problem details, sent as `application/problem+json` with every status of 400 and above. */
export type Problem = TypeOf<typeof PROBLEM>;
