import { STATUS_CODES } from 'node:http';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Problem } from '@tracker/contract';
import { PROBLEM } from '@tracker/contract/shapes';

type Components = NonNullable<OpenAPIObject['components']>;
export type Response = Exclude<NonNullable<Components['responses']>[string], { $ref: string }>;

interface ProblemKind {
  description: string;
  /** The sentence of the example. */
  detail: string;
  more?: Pick<Problem, 'errors' | 'current'>;
  retryAfter?: boolean;
}

const PROBLEMS: Record<number, ProblemKind> = {
  400: {
    description: 'The request cannot be read: no JSON, an id that is none, an unknown filter.',
    detail: 'There is no filter "colour"; there are id, q.',
    more: {
      errors: [
        { field: 'filter.colour', message: 'There is no filter "colour"; there are id, q.' },
      ],
    },
  },
  401: { description: 'No session, or one that has ended.', detail: 'Please sign in.' },
  403: {
    description: 'Not theirs to see or to change, or a write that came from another site.',
    detail: 'You may change records of schools in your own region only.',
  },
  404: { description: 'There is no such record.', detail: 'The school is not on record.' },
  409: {
    description:
      'Made from a stale version (the record as it is now is in `current`), or a step that the state of things forbids.',
    detail:
      'Someone else has saved the school since you opened it. Compare both versions and choose.',
    more: { current: PROBLEM.example.current },
  },
  410: {
    description: 'It was kept for a time that is over.',
    detail: 'The file was kept until Tue 19 Nov 2024 only. Make the report again.',
  },
  413: { description: 'The body is too large.', detail: 'What was sent is too large.' },
  415: {
    description: 'The body is of another kind than this address takes.',
    detail: 'Send the body as JSON: application/json, in UTF-8.',
  },
  422: {
    description:
      'Understood, but not acceptable: every field that is wrong is named. Or an Idempotency-Key that was used with another body.',
    detail: PROBLEM.example.detail,
    more: { errors: PROBLEM.example.errors },
  },
  429: {
    description: 'Too many requests.',
    detail: 'Too many attempts. Please wait a little.',
    retryAfter: true,
  },
  500: {
    description: 'Something went wrong on the side of the tracker.',
    detail: 'Something went wrong on our side and nothing was changed.',
  },
  503: {
    description: 'The database cannot be reached; nothing was changed.',
    detail:
      'The database cannot be reached at the moment. Nothing was changed; please try again shortly.',
    retryAfter: true,
  },
};

export const RETRY_AFTER = {
  description: 'Seconds after which to try again.',
  required: true,
  schema: { type: 'integer', minimum: 1 },
  example: 5,
};

/** The answer with a status of 400 or above, as problem details with an example. */
export function problemResponse(status: number): Response {
  const kind = PROBLEMS[status];
  if (!kind) throw new Error(`The description of the API knows no problem ${status}.`);
  const example: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: kind.detail,
    ...kind.more,
    reference: PROBLEM.example.reference,
  };
  return {
    description: kind.description,
    ...(kind.retryAfter && { headers: { 'Retry-After': RETRY_AFTER } }),
    content: { 'application/problem+json': { schema: PROBLEM.schema, example } },
  };
}

/** Under which name the answer stands in `components.responses`. */
export const problemName = (status: number) =>
  (STATUS_CODES[status] ?? String(status)).replace(/\W/g, '');

export const PROBLEM_RESPONSES: Record<string, Response> = Object.fromEntries(
  Object.keys(PROBLEMS).map((status) => [
    problemName(Number(status)),
    problemResponse(Number(status)),
  ]),
);
