import { capital } from './capital';
import { formatDay, type Day } from './day';
import type { VisitCommand } from './visit-life';
import { overriddenInWords, type VisitWarningKey } from './visit-warnings';

/**
 * What happens to a visit, each kept with who, when and why. `moved` is the visit itself going to
 * the school that followed a closed one; another day is `rescheduled`. `imported` came from a list.
 * `rehomed` was on record at the wrong school; `unvoided` is void no longer.
 */
export const VISIT_EVENT_KINDS = [
  'imported',
  'proposed',
  'scheduled',
  'rescheduled',
  'confirmed',
  'cancelled',
  'not_held',
  'completed',
  'corrected',
  'moved',
  'voided',
  'unvoided',
  'rehomed',
] as const;
export type VisitEventKind = (typeof VISIT_EVENT_KINDS)[number];

const KINDS: Record<Exclude<VisitCommand, 'schedule'>, VisitEventKind> = {
  confirm: 'confirmed',
  cancel: 'cancelled',
  not_held: 'not_held',
  complete: 'completed',
};

/** What a command is called in the history. @param dayBefore null when the visit had no day yet */
export function visitEventKind(command: VisitCommand, dayBefore: Day | null): VisitEventKind {
  if (command !== 'schedule') return KINDS[command];
  return dayBefore === null ? 'scheduled' : 'rescheduled';
}

/** An event with the names of the people in it, as the API gives it. */
export interface VisitEventToTell {
  kind: VisitEventKind;
  byName: string | null;
  why: string | null;
  cancelledBy: 'school' | 'hub' | null;
  scheduledOnBefore: Day | null;
  scheduledOn: Day | null;
  startTimeBefore: string | null;
  startTime: string | null;
  visitorNameBefore: string | null;
  visitorName: string | null;
  schoolNameBefore: string | null;
  schoolName: string | null;
  overrode: readonly VisitWarningKey[];
}

/** The whole event: `Cancelled by the school, by Hilary Marsh, Tue 3 Dec 2024: Inspection`. */
export function visitEventInWords(event: VisitEventToTell, on: Day): string {
  const by = event.byName === null ? '' : `, by ${event.byName}`;
  const why = event.why === null ? '' : `: ${event.why}`;
  return `${whatHappened(event)}${by}, ${formatDay(on)}${why}`;
}

/** The same without who, when and why: `Moved from Tue 3 Dec 2024 to Thu 5 Dec 2024 at 10:00`. */
export function whatHappened(event: VisitEventToTell): string {
  const overrode = event.overrode.map((key) => overriddenInWords(key));
  return overrode.length === 0
    ? happening(event)
    : `${happening(event)}, although ${overrode.join(' and ')}`;
}

function happening(event: VisitEventToTell): string {
  switch (event.kind) {
    case 'imported':
      return 'Imported from a list of visits';
    case 'proposed':
      return event.visitorName === null ? 'Proposed' : `Proposed, for ${event.visitorName}`;
    case 'scheduled':
      return `Scheduled for ${when(event.scheduledOn, event.startTime)}${withVisitor(event)}`;
    case 'rescheduled':
      return rescheduled(event);
    case 'confirmed':
      return `Confirmed for ${when(event.scheduledOn, event.startTime)}`;
    case 'cancelled':
      return event.cancelledBy === null ? 'Cancelled' : `Cancelled by the ${event.cancelledBy}`;
    case 'not_held':
      return 'Not held';
    case 'completed':
      return 'Visit logged';
    case 'corrected':
      return 'Log corrected';
    case 'moved':
      return event.schoolNameBefore === null
        ? 'Given to the school that followed'
        : `Given to the school that followed ${event.schoolNameBefore}`;
    case 'voided':
      return 'Made void';
    case 'unvoided':
      return 'Void no longer';
    case 'rehomed':
      return `Put at ${event.schoolName ?? 'another school'}, was at ${event.schoolNameBefore ?? 'another'}`;
  }
}

function rescheduled(event: VisitEventToTell): string {
  const { scheduledOnBefore, scheduledOn, startTimeBefore, startTime } = event;
  const changes: string[] = [];
  if (scheduledOnBefore !== scheduledOn || startTimeBefore !== startTime) {
    const from = when(scheduledOnBefore, startTimeBefore);
    changes.push(`moved from ${from} to ${when(scheduledOn, startTime)}`);
  }
  const { visitorNameBefore: before, visitorName: after } = event;
  if (before !== after) {
    changes.push(
      before !== null && after !== null
        ? `handed from ${before} to ${after}`
        : `visitor ${after === null ? `taken away, was ${before}` : `set to ${after}`}`,
    );
  }
  const [first, ...rest] = changes;
  if (first === undefined) return 'Scheduled again for the same day';
  return [capital(first), ...rest].join(', ');
}

const when = (day: Day | null, time: string | null): string =>
  `${day === null ? 'no day' : formatDay(day)}${time === null ? '' : ` at ${time}`}`;

const withVisitor = ({ visitorName }: VisitEventToTell): string =>
  visitorName === null ? '' : `, ${visitorName} to visit`;
