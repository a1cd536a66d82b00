import { titleWords } from './column-titles';

const NOT_HELD =
  /\b(cancel\w*|postpon\w*|not (?:yet )?visited|not held|no shows?|called off|did not (?:happen|take place)|unvisited|no visits?|rejected|declined)\b/;
const TO_COME =
  /\b(to (?:be )?(?:visit(?:ed)?|book(?:ed)?|arrange(?:d)?|rearrange(?:d)?|schedule(?:d)?|rebook(?:ed)?|contact)|planned|upcoming|future|proposed|provisional|waiting list|wish list|template|example)\b/;
/** Words that say that visits which took place are among them. */
const HELD_TOO =
  /\b(completed?|held|actual|done|made|took place|past|and visited|visits and|log)\b/;

/** What may stand beside them in a heading of a few words. */
const BESIDE =
  /\b(schools?|visits?|meetings?|the|of|by|us|list|all|spring|summer|autumn|term|year|for|in|next|this|east|west|north|south|central|team|region|area|\d+)\b/g;

/** Whether the name of a sheet says that its visits did not take place or are still to come. */
export function namesNoVisits(name: string): boolean {
  const words = titleWords(name);
  return !HELD_TOO.test(words) && (NOT_HELD.test(words) || TO_COME.test(words));
}

/**
 * Whether a line above visits is a heading that says so: "Cancelled visits", "To be rearranged".
 * A sentence about something else ("Schools to visit are in red") is none.
 */
export function headsNoVisits(line: string): boolean {
  if (!namesNoVisits(line)) return false;
  const left = titleWords(line).replace(NOT_HELD, ' ').replace(TO_COME, ' ').replace(BESIDE, ' ');
  return left.trim() === '';
}
