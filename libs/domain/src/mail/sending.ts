/**
 * What came of handing a mail to the mail server:
 * - `taken` the server has it
 * - `address_refused` the server says for good that there is no such address
 * - `refused` the server does not want this message, for good
 * - `later` this mail cannot be taken now
 * - `no_server` the server cannot be reached or does not let us in: no mail can go now
 * - `broken_off` the connection ended while the message was handed over; nobody knows
 * - `withheld` it was not handed over, because whoever it is for must not get it
 */
export type SendingOutcome =
  'taken' | 'address_refused' | 'refused' | 'later' | 'no_server' | 'broken_off' | 'withheld';

/** What an attempt to send ran into. */
export interface SendingFault {
  /** Whether any of the message had been handed over. */
  handedOver: boolean;
  /** The server's answer; undefined when it gave none. */
  responseCode?: number;
  /** During which command of SMTP. */
  command?: string;
}

/**
 * What a failed attempt means. Only what the server itself answered is certain once the message is on
 * its way. A refusal before the recipient is named is about us, not about the mail.
 */
export function judgeFault({ handedOver, responseCode, command }: SendingFault): SendingOutcome {
  if (responseCode === undefined) return handedOver ? 'broken_off' : 'no_server';
  const isForGood = responseCode >= 500;
  if (handedOver || command === 'DATA') return isForGood ? 'refused' : 'later';
  if (command !== 'RCPT TO') return 'no_server';
  return isForGood ? 'address_refused' : 'later';
}

const MINUTE = 60_000;
const WAITS = [1, 2, 4, 8, 15, 30, 60].map((minutes) => minutes * MINUTE);

/** For so long a mail is tried again before it is given up, in milliseconds. */
export const KEEP_TRYING_FOR = 24 * 60 * MINUTE;

/**
 * How long a mail waits for its next try, in milliseconds.
 *
 * @param attempts that did not work, this one included
 */
export function waitBeforeRetry(attempts: number): number {
  return WAITS[Math.min(Math.max(attempts, 1), WAITS.length) - 1] as number;
}

/**
 * After so long without a result a worker is taken for dead, in milliseconds, even when PostgreSQL has
 * not noticed that it is gone: its machine went with it.
 */
export const SENDING_LEASE = 10 * MINUTE;

/**
 * For so long a move by one gesture can be undone by one press, in milliseconds: enough to read the
 * sentence and to reach the button by keyboard.
 */
export const UNDO_MOVE_WITHIN = 12_000;

/** The mail about a move waits so long, in milliseconds: a move that is undone is no news. */
export const TELL_OF_MOVE_AFTER = 15_000;
