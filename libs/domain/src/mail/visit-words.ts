import { formatDay, type Day } from '../day';
import type { Invitation } from './invitation';
import { SCHOOL_LINK } from './placeholders';

export const NO_TIME_YET = 'a time still to be agreed';

/** `Tue 3 Dec 2024 at 09:30`. */
export function dayAndTimeInWords({
  day,
  startTime,
}: {
  day: Day;
  startTime: string | null;
}): string {
  return `${formatDay(day)} at ${startTime ?? NO_TIME_YET}`;
}

/** What a template of a visit's mail can name, filled in. */
export interface VisitMailValues {
  school: string;
  contact: string | null;
  hub: string;
  now: Invitation;
  /** What the school was told before, if anything. */
  before: Invitation | null;
  reason: string | null;
}

export function visitMailValues(of: VisitMailValues): Record<string, string> {
  const { now, before } = of;
  return {
    school: of.school,
    contact: of.contact ?? 'colleague',
    hub: of.hub,
    when: dayAndTimeInWords(now),
    day: formatDay(now.day),
    time: now.startTime ?? NO_TIME_YET,
    visitor: now.visitor ?? 'a member of our team',
    before: before ? dayAndTimeInWords(before) : 'not agreed',
    reason: of.reason ?? 'none given',
    link: SCHOOL_LINK,
  };
}
