import type { Day } from '../day';

/** What a school's calendar is told of a visit. */
export interface Invitation {
  /** `REQUEST` puts it in or changes it, `CANCEL` takes it out. */
  method: 'REQUEST' | 'CANCEL';
  /** The same for all mails about one visit. */
  uid: string;
  /** Rises with each of them, from 0. */
  sequence: number;
  summary: string;
  location: string;
  day: Day;
  /** `HH:MM` in Europe/London; null is the whole day. */
  startTime: string | null;
  /** How long it takes, where it has a time. */
  minutes: number;
  visitor: string | null;
}

/** What the visit is called in calendars, the same for ever. */
export const visitUid = (visitId: string): string => `visit-${visitId}@school-engagement-tracker`;

/** Whether the school has been told of exactly this. */
export function saysTheSame(told: Invitation, now: Invitation): boolean {
  return (
    told.method === now.method &&
    told.day === now.day &&
    told.startTime === now.startTime &&
    told.minutes === now.minutes &&
    told.location === now.location &&
    told.visitor === now.visitor
  );
}
