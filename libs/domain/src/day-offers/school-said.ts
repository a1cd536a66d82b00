import type { SchoolAvailability, UnavailableDays } from '../capacity';
import { checkSpan, type Fault } from '../capacity/fault';
import { capital } from '../capital';
import { addDays, addYears, type Day, formatDay, isDay, WEEKDAYS_IN_FULL } from '../day';
import { listInWords } from '../list-in-words';
import { LIMITS } from '../limits';

/** What a school says of its days by its link. */
export interface SchoolSaid {
  /** Why none of them suits. */
  reason: string | null;
  /** The first day on which it can. */
  notBefore: Day | null;
  /** 1 Monday to 5 Friday. */
  neverWeekdays: number[];
  cannot: { from: Day; to: Day }[];
}

/** Why a stretch of days is closed where the school does not say. */
const BY_LINK = 'the school said so by its link';
const MOST_WEEKDAYS = 4;
const MOST_STRETCHES = 10;

/** What is wrong with it, by field. */
export function checkSchoolSaid(said: SchoolSaid, today: Day): Fault[] {
  const faults: Fault[] = said.cannot.flatMap((each, n) => {
    const field = `cannot.${n}.`;
    const wrong = checkSpan(field, each);
    if (wrong.length > 0 || each.to >= today) return wrong;
    return [{ field: `${field}to`, message: 'These days have passed.' }];
  });
  if (said.cannot.length > MOST_STRETCHES) {
    faults.push({ field: 'cannot', message: `Give at most ${MOST_STRETCHES} stretches of days.` });
  }
  const { neverWeekdays, notBefore } = said;
  const isRight = neverWeekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 5);
  if (!isRight || new Set(neverWeekdays).size < neverWeekdays.length) {
    const message = 'Weekdays must be numbers from 1 (Monday) to 5 (Friday), each of them once.';
    faults.push({ field: 'neverWeekdays', message });
  } else if (neverWeekdays.length > MOST_WEEKDAYS) {
    const message = 'Leave at least one weekday on which a visit is possible.';
    faults.push({ field: 'neverWeekdays', message });
  }
  if (notBefore === null) return faults;
  const latest = addYears(today, 1);
  if (!isDay(notBefore)) {
    faults.push({ field: 'notBefore', message: 'Enter a date, such as 2026-11-18.' });
  } else if (notBefore <= today || notBefore > latest) {
    const message = `Give a day after today, up to ${formatDay(latest)}.`;
    faults.push({ field: 'notBefore', message });
  }
  return faults;
}

/** Days on which the school cannot, by what it said. */
export function unavailableBySaid(said: SchoolSaid, today: Day): UnavailableDays[] {
  const why = said.reason?.trim().slice(0, LIMITS.planning.why) || BY_LINK;
  const until = said.notBefore === null ? [] : [{ from: today, to: addDays(said.notBefore, -1) }];
  return [...until, ...said.cannot].map(({ from, to }) => ({ from, to, why }));
}

/** Whether it says anything about days beyond those offered. */
export const saysMore = ({ notBefore, neverWeekdays, cannot }: SchoolSaid): boolean =>
  notBefore !== null || neverWeekdays.length > 0 || cannot.length > 0;

/**
 * What is on record of a school with what it has said now, last: nothing is taken away but a wish for a weekday
 * that it never can. Where as much is on record as is kept, no more is added.
 */
export function withSaid(
  known: SchoolAvailability,
  said: SchoolSaid,
  today: Day,
): SchoolAvailability {
  const neverWeekdays = [...new Set([...known.neverWeekdays, ...said.neverWeekdays])].sort();
  const isKnown = (each: UnavailableDays) =>
    known.unavailable.some(({ from, to }) => from <= each.from && to >= each.to);
  const added = unavailableBySaid(said, today).filter((each) => !isKnown(each));
  const room = Math.max(0, LIMITS.planning.unavailable - known.unavailable.length);
  return {
    neverWeekdays,
    wishedWeekdays: known.wishedWeekdays.filter((day) => !neverWeekdays.includes(day)),
    unavailable: [...known.unavailable, ...added.slice(0, room)],
  };
}

/** `Not before Tue 3 Mar 2027. Never on Fridays. Cannot from 1 to 26 Feb 2027: Ofsted.` */
export function saidInWords({ reason, notBefore, neverWeekdays, cannot }: SchoolSaid): string {
  const days = neverWeekdays.map((day) => `${WEEKDAYS_IN_FULL[day - 1]}s`);
  const parts = [
    ...(reason ? [endsWell(capital(reason))] : []),
    ...(notBefore ? [`Not before ${formatDay(notBefore)}.`] : []),
    ...(days.length > 0 ? [`Never on ${listInWords(days)}.`] : []),
    ...cannot.map(({ from, to }) =>
      from === to
        ? `Cannot on ${formatDay(from)}.`
        : `Cannot from ${formatDay(from)} to ${formatDay(to)}.`,
    ),
  ];
  return parts.join(' ');
}

const endsWell = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** What a school answered to offered days, or says of an agreed one. */
export type AnswerToTell =
  | { kind: 'taken'; date: Day }
  | ({ kind: 'none' } & SchoolSaid)
  | { kind: 'proposed'; days: Day[]; words: string | null }
  | ({ kind: 'cannot'; day: Day } & SchoolSaid);

/** `None of the days offered suits. Never on Fridays.` */
export function schoolAnswerInWords(answer: AnswerToTell): string {
  switch (answer.kind) {
    case 'taken':
      return `Took ${formatDay(answer.date)}.`;
    case 'none':
      return ['None of the days offered suits.', saidInWords(answer)].filter(Boolean).join(' ');
    case 'cannot':
      return [`Cannot make ${formatDay(answer.day)}.`, saidInWords(answer)]
        .filter(Boolean)
        .join(' ');
    case 'proposed': {
      const days = listInWords(answer.days.map(formatDay));
      const words = answer.words === null ? '' : `“${answer.words}”`;
      return [days && `Proposes ${days}.`, words].filter(Boolean).join(' ');
    }
  }
}
