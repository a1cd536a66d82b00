import { formatDay, type Day } from './day';

/** What a school can have in the way of a coming visit; several may hold at one time. */
export const PLANNED_KINDS = ['booked', 'proposed', 'not_logged', 'nothing'] as const;
export type PlannedKind = (typeof PLANNED_KINDS)[number];

/** The visits of a school that are neither made nor called off (rule 8). */
export interface PlannedVisits {
  /** The next booked one. */
  nextVisitOn: Day | null;
  /** The latest whose day has passed without anybody saying what came of it. */
  unloggedOn: Day | null;
  /** One waits for a date. */
  proposed: boolean;
}

/** Each in a few words, what is surest first: `Booked Tue 3 Dec 2024`, `Wed 13 Nov 2024: not logged`. */
export function plannedInWords({ nextVisitOn, unloggedOn, proposed }: PlannedVisits): string[] {
  const words = [
    ...(nextVisitOn ? [`Booked ${formatDay(nextVisitOn)}`] : []),
    ...(unloggedOn ? [`${formatDay(unloggedOn)}: not logged`] : []),
    ...(proposed ? ['Proposed'] : []),
  ];
  return words.length > 0 ? words : ['Nothing planned'];
}

/** The same in sentences: `No visit is booked. The visit of Wed 13 Nov 2024 is not logged yet.` */
export function plannedInSentences(planned: PlannedVisits): string {
  const { nextVisitOn } = planned;
  const booked = nextVisitOn ? `Booked for ${formatDay(nextVisitOn)}.` : 'No visit is booked.';
  return [booked, ...openInSentences(planned)].join(' ');
}

/** What is open beside the next booked visit. */
export function openInSentences(planned: Omit<PlannedVisits, 'nextVisitOn'>): string[] {
  const { unloggedOn, proposed } = planned;
  return [
    ...(unloggedOn ? [`The visit of ${formatDay(unloggedOn)} is not logged yet.`] : []),
    ...(proposed ? ['A visit is proposed.'] : []),
  ];
}
