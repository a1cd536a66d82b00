const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Requests to the API in a minute. Far above what screens ask for; health is not counted. */
export const REQUESTS_A_MINUTE = {
  perUser: 1_200,
  /** A whole office may share one address. */
  perAddress: 6_000,
  /** A school that saves as it types, on two devices at a time. */
  perLink: 120,
};

/** New passwords asked for by email. */
export const RESETS_AN_HOUR = {
  perEmail: 3,
  /** A whole office may share one address. */
  perClient: 30,
};

/** How failed sign-ins are slowed down. Times in milliseconds. */
export interface Slowdown {
  /** Failures that cost nothing, because people mistype. */
  free: number;
  /** The wait after the first failure above that; it doubles with each further one. */
  first: number;
  /** It never grows beyond this, so nobody is locked out for good. */
  longest: number;
  /** Without a failure for this long, all is forgotten. */
  forgottenAfter: number;
}

export const ACCOUNT: Slowdown = {
  free: 5,
  first: 2 * SECOND,
  longest: 15 * MINUTE,
  forgottenAfter: 24 * HOUR,
};

/** Only failures count, so that an office where everybody signs in at nine is not slowed down. */
export const ADDRESS: Slowdown = {
  free: 30,
  first: 2 * SECOND,
  longest: 5 * MINUTE,
  forgottenAfter: HOUR,
};

/** For so long somebody is known at an address they have signed in from, in milliseconds. */
export const KNOWN_FOR = 30 * 24 * HOUR;

/**
 * How long the next attempt has to wait after a number of failures, in milliseconds.
 *
 * @param failures in a row, this one included
 */
export function waitAfter(failures: number, { free, first, longest }: Slowdown): number {
  if (failures <= free) return 0;
  return Math.min(first * 2 ** Math.min(failures - free - 1, 30), longest);
}
