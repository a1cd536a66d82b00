import type { VisitWarning } from '@tracker/domain';

/** What every record carries. `id` is a UUID; `version` rises by one with each saved change. */
export interface RecordBase {
  id: string;
  version: number;
  /** ISO 8601 instant. */
  createdAt: string;
  /** ISO 8601 instant. */
  updatedAt: string;
}

/** What a change was made from: status 409 when the record has another version by now. */
export interface RecordVersion {
  version: number;
}

/** As `RecordVersion`; left out, it is done whatever the record says now. */
export interface VersionIfSeen {
  version?: number;
}

/** One thing that is wrong with a request; `field` is the path of the input, `filter.q` or `contacts.0.email`. */
export interface FieldError {
  field: string;
  message: string;
}

/** RFC 9457 problem details, sent as `application/problem+json` with every status of 400 and above. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: FieldError[];
  /** Stands in the server's log beside the cause. */
  reference: string;
  /** Only with 409 on a stale version: the record as it is now. */
  current?: unknown;
  /** Only with 409 on a visit that was to go ahead without warnings it has. */
  warnings?: VisitWarning[];
}

/** At most this many rows a page. */
export const MAX_PAGE = 1000;
