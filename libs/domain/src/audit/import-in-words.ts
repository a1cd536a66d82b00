import type { RowDecision } from '../visit-sheet/row-outcome';
import type { FieldChange } from './kinds';
import { type NameOf, valueInWords } from './value-in-words';

const STANDINGS: Record<string, string> = {
  queued: 'confirmed',
  running: 'started',
  done: 'read',
  failed: 'failed',
  undoing: 'is being undone',
  undone: 'undone',
};

/** A check says what it would do in the same figures. */
const FIGURES: Record<string, string> = {
  created: 'new',
  updated: 'changed',
  unchanged: 'unchanged',
  closed: 'closing',
  rejected: 'rejected',
  skipped: 'skipped',
};

/**
 * How an import went on, with its figures: `read: 446 new, 3 rejected`; null where it did not
 * go on but something about it was changed.
 */
export function importInWords(changes: readonly FieldChange[]): string | null {
  const status = changes.find(({ field }) => field === 'status')?.to;
  const counted = changes.filter(({ field }) => field in FIGURES);
  // After a decision about a row it is counted again.
  const again = changes.length > 0 && counted.length === changes.length;
  const standing = again ? 'counted again' : STANDINGS[String(status)];
  if (standing === undefined) return null;
  const figures = counted
    .filter(({ to }) => again || Number(to) > 0)
    .map(({ field, to }) => `${Number(to).toLocaleString('en-GB')} ${FIGURES[field]}`);
  return figures.length === 0 ? standing : `${standing}: ${figures.join(', ')}`;
}

/** What was decided about a row: `skipped`, `school Mill Lane School, day Tue 3 Dec 2024`; null where nothing is. */
export function rowDecisionInWords(
  { skip, schoolId, visitedOn, tookPlace, sameDay }: RowDecision,
  nameOf: NameOf,
): string | null {
  if (skip) return 'skipped';
  const parts = [
    schoolId && `school ${valueInWords('schoolId', schoolId, nameOf)}`,
    visitedOn && `day ${valueInWords('visitedOn', visitedOn, nameOf)}`,
    tookPlace && 'did take place',
    sameDay === 'another' && 'another visit of that day',
    sameDay === 'change' && 'changes the visit on record',
  ].filter((part) => typeof part === 'string' && part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}
