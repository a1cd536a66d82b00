import { shorten } from '../register/rejection';
import { notesSayNotHeld } from './not-held-words';

const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const REASONS: readonly [RegExp, string][] = [
  [/\bw\/?[cbek]\b|\bweek\b|\bwk\b/i, 'names a week; the day is needed'],
  [
    new RegExp(String.raw`^\d{1,2}\/\d{1,2},? ${MONTHS}\b`, 'i'),
    'names more than one day; give each visit a row of its own',
  ],
  [/\d.*(&|\band\b|\+|;|\bor\b).*\d/i, 'names more than one day; give each visit a row of its own'],
  [/\d{1,4} ?(-|\bto\b|\buntil\b) ?\d{1,2}[/. ]\d/i, 'names a range of days; one day is needed'],
  [
    /\b(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d)\b.*\b(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d)\b/s,
    'names more than one day; give each visit a row of its own',
  ],
  [/\d(st|nd|rd|th)? ?(-|to|until) ?\d/i, 'names a range of days; one day is needed'],
  [/\b(autumn|spring|summer|term|half)\b/i, 'names a term; the day is needed'],
  [
    new RegExp(String.raw`^${MONTHS}[ .,'/-]*(\d{4}|\d{2})?$`, 'i'),
    'names a month; the day is needed',
  ],
  [/^(early|mid|late|end|beginning)\b/i, 'is not certain; one day is needed'],
  [
    /\?|\btb[acd]\b|\bprovisional\b|\bpencil|\babout\b|\bapprox|\bcirca\b|\bc\.? ?\d|~|\bpossibly\b/i,
    'is not certain',
  ],
  [/\d[/.-]\d{1,2}[/.-](1[0-8]|2[1-9])\d\d$/, 'is not a date. Look at its year'],
  [/\d{4}\b.*(&|\band\b|\+) ?[a-z]/i, 'says more than a day; type the day of the visit'],
  [/^(19|20)\d\d$/, 'is not a date. It looks like a year; the day is needed too'],
];

const NOT_HELD =
  /\b(cancel\w*|canx|cnx|postpon\w*|no[- ]show|dna|dnv|called off|abandon\w*|abort\w*|did not (go|happen|take place)|not (held|visited)|re-?arrang\w*|re-?schedul\w*|declined|refused)\b(?! (on|from)\b)/i;
/** What a cell says beside its figures: "12/1/24 CANCELLED". */
const saysNotHeld = (text: string): boolean => NOT_HELD.test(text) || notesSayNotHeld(text);

/** Why a text is not one day, in a sentence. */
export function whyNoDay(text: string): string {
  const said = shorten(text, 60);
  // What is said about the day comes before how it is written.
  if (saysNotHeld(text)) return `“${said}” says that the visit did not take place.`;
  const [, reason] = REASONS.find(([pattern]) => pattern.test(text)) ?? [];
  if (reason !== undefined) {
    return reason.startsWith('is not a date') ? `${said} ${reason}.` : `“${said}” ${reason}.`;
  }
  if (/^[^a-z]*\d[^a-z]*([*†‡§¹²³]|\(\d\))$/i.test(text)) {
    return `“${said}” has a mark behind it, and nobody can say here what it means. Type the day.`;
  }
  return `${said} is not a date.`;
}
