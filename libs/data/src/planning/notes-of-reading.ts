import { type AcademicYear, ASSUMED_CAPACITY, plural } from '@tracker/domain';
import type { AssumedOfVisitors } from './plan-visitors';

interface Read {
  academicYear: AcademicYear;
  assumed: AssumedOfVisitors;
  withoutVisitor: number;
  areDaysAssumed: boolean;
  areWindowsSuggested: boolean;
  unranked: number;
  /** Locked lines that have no school or visitor any longer. */
  lockedOut: number;
}

const MOST_NAMES = 10;

function list(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** What was taken in place of what is not known, a sentence each. */
export function notesOfReading(read: Read): string[] {
  const { academicYear, assumed, withoutVisitor, unranked, lockedOut } = read;
  const notes: string[] = [];
  if (read.areDaysAssumed) {
    notes.push(
      `The term dates of ${academicYear} are not known: the usual school days and holidays are assumed.`,
    );
  }
  if (read.areWindowsSuggested) {
    notes.push(`Nobody has set the windows of ${academicYear}: those suggested are taken.`);
  }
  if (assumed.capacity.length > 0) {
    const { perWeek, perHalfTerm } = ASSUMED_CAPACITY;
    notes.push(
      `What they can take is not known of ${list(assumed.capacity)}: ${perWeek} a week, ${perHalfTerm} a half term is taken.`,
    );
  }
  if (assumed.start.length > 0) {
    notes.push(
      `Where they start from is not known of ${list(assumed.start)}: the middle of their regions’ schools is taken.`,
    );
  }
  if (withoutVisitor > 0) {
    const is = withoutVisitor === 1 ? 'names nobody and counts' : 'name nobody and count';
    notes.push(`${plural(withoutVisitor, 'booked visit')} ${is} for no visitor.`);
  }
  if (unranked > 0) {
    const is = unranked === 1 ? 'is not ranked yet and counts' : 'are not ranked yet and count';
    notes.push(`${plural(unranked, 'school')} ${is} with a score of 0.`);
  }
  if (lockedOut > 0) {
    const is = lockedOut === 1 ? 'is' : 'are';
    notes.push(
      `${plural(lockedOut, 'locked line')} ${is} left out: the school or the visitor is not in the plan any longer.`,
    );
  }
  return notes;
}
