import type { MissingForPlanKey } from '@tracker/domain';

/** Where what is missing is put on record. */
export const MISSING_LINKS: Record<MissingForPlanKey, { to: string; words: string }> = {
  term_dates: { to: '/settings/calendar', words: 'Add term dates' },
  no_visitor: { to: '/users', words: 'Give somebody a region' },
  no_capacity: { to: '/settings/visitors', words: 'Set visitors’ time' },
  no_region: { to: '/users', words: 'Give somebody the region' },
  no_place: { to: '/schools', words: 'Open the schools' },
  windows: { to: '/settings/calendar', words: 'Look at the days without visits' },
};

/** `Ash Rook, Bo Vale and 3 more`. @param count of all, of whom `names` are the first */
export function namesInWords(names: readonly string[], count: number): string {
  const others = count - names.length;
  return new Intl.ListFormat('en-GB').format(others > 0 ? [...names, `${others} more`] : names);
}
