import { HttpException } from '@nestjs/common';
import type { FieldError } from '@tracker/contract';
import { capital, type RuleKey, type VisitWarning } from '@tracker/domain';

/** What else a problem may say beside its status and sentence. */
interface ProblemExtras {
  errors?: FieldError[];
  /** The record as it is now, with 409 on a stale version. */
  current?: unknown;
  /** What speaks against a visit, with 409 when nobody has accepted it. */
  warnings?: VisitWarning[];
  /** Rules of planning that a line would break, with 422 where nobody has accepted them. */
  rules?: { key: RuleKey; message: string }[];
  /** Seconds, sent as `Retry-After`. */
  retryAfter?: number;
}

/** An answer of 400 and above, with a sentence that a person can act on. */
export class ProblemException extends HttpException {
  constructor(
    status: number,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail, status);
  }
}

/** 400: the request cannot be read. */
export const malformed = (detail: string, errors?: FieldError[]) =>
  new ProblemException(400, detail, { errors });

export const forbidden = (detail: string) => new ProblemException(403, detail);

/** @param what the kind of record with its article, `the school` */
export const notFound = (what: string) =>
  new ProblemException(404, `${capital(what)} is not on record.`);

/** 409: the state of things forbids it. */
export const conflict = (detail: string, current?: unknown) =>
  new ProblemException(409, detail, { current });

/** So many faults are named at most; whoever has mended those hears of the others. */
const MOST_FAULTS = 10;

const firstFaults = (errors: FieldError[]) => {
  const first = errors.slice(0, MOST_FAULTS);
  return { first, detail: first.map(({ message }) => message).join(' ') };
};

/** 400 for what a query string asks; names the first faults. */
export function malformedFields(errors: FieldError[]): ProblemException {
  const { first, detail } = firstFaults(errors);
  return malformed(detail, first);
}

/** 422: understood, but not acceptable; names the first faults by their fields. */
export function unacceptable(errors: FieldError[]): ProblemException {
  const { first, detail } = firstFaults(errors);
  return new ProblemException(422, detail, { errors: first });
}

/** 422 for one field. */
export const unacceptableField = (field: string, message: string) =>
  unacceptable([{ field, message }]);

/** 503: too many files are read at once. */
export const busyReading = ({ message }: Error) =>
  new ProblemException(503, message, { retryAfter: 30 });
