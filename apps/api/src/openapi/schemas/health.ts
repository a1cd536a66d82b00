import type { FieldError, Problem, Readiness, Today } from '@tracker/contract';
import { VISIT_WARNING_KEYS, type VisitWarning } from '@tracker/domain';
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

export const ALIVE = component<{ status: 'alive' }>('Alive', 'The process lives.', {
  status: oneOf(['alive'], 'alive'),
});

export const TODAY = component<Today>('Today', 'The day it is.', { today: day('2024-11-20') });

export const WAITING = component<Readiness['queue']>(
  'WaitingToBeRanked',
  'Schools that wait for a rank.',
  {
    waiting: orNull(integer(0)),
    oldestSeconds: orNull(integer(3), null),
  },
);

export const READINESS = component<Readiness>('Readiness', 'What works at this moment.', {
  status: oneOf(['ready', 'degraded', 'down'], 'ready'),
  reason: note(
    'What is wrong, in words; null when nothing is.',
    orNull(text('The tracker cannot save: the disk of its database is full.'), null),
  ),
  saving: note('Whether changes are saved.', flag(true)),
  postgres: oneOf(['up', 'down'], 'up'),
  redis: oneOf(['up', 'down'], 'up'),
  migrations: oneOf(['applied', 'pending', 'unknown'], 'applied'),
  queue: WAITING,
});

export const FIELD_ERROR = component<FieldError>('FieldError', 'One thing that is wrong.', {
  field: note('Path of the input, `filter.q` or `actions.0.title`.', text('reason')),
  message: text('Give the reason.'),
});

export const VISIT_WARNING = component<VisitWarning>(
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

export const PROBLEM = component<Problem>(
  'Problem',
  'RFC 9457 problem details: what went wrong, in a sentence that a person can act on.',
  {
    type: text('about:blank'),
    title: text('Unprocessable Entity'),
    status: integer(422, 400),
    detail: text('Give the reason.'),
    errors: listOf(FIELD_ERROR),
    reference: note(
      "Stands in the server's log beside the cause.",
      uuid('6d1c7d0e-7a53-4c3e-9f6e-2a4d8b0c1e3f'),
    ),
    current: note('With 409 on a stale version: the record as it is now.', CURRENT),
    warnings: listOf(VISIT_WARNING),
  },
  ['errors', 'current', 'warnings'],
);
