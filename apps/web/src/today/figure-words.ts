import { plural } from '@tracker/domain';
import type { ListLength, TodayFigure, TodayFigureKey } from '@tracker/contract';

/** What a number counts, read after it: `3 | visits not logged yet`. */
const WORDS: Record<TodayFigureKey, [one: string, many: string]> = {
  booked: ['visit booked for the rest of the year', 'visits booked for the rest of the year'],
  visits_this_year: ['visit this academic year', 'visits this academic year'],
  not_visited: ['school not visited in three years', 'schools not visited in three years'],
  not_covered: ['school not visited in this cycle', 'schools not visited in this cycle'],
  unlogged: ['visit not logged yet', 'visits not logged yet'],
  at_closed_school: ['visit planned at a closed school', 'visits planned at closed schools'],
  without_visitor: ['upcoming visit without a visitor', 'upcoming visits without a visitor'],
  proposed: ['proposed visit without a day', 'proposed visits without a day'],
  overdue_actions: ['overdue action', 'overdue actions'],
  this_week: ['visit this week', 'visits this week'],
  failed_imports: ['import failed in the last 14 days', 'imports failed in the last 14 days'],
  schools_to_decide: ['school the register no longer has', 'schools the register no longer has'],
  without_region: ['school without a region', 'schools without a region'],
  my_visits: ['my visit today or tomorrow', 'my visits today and tomorrow'],
  my_unlogged: ['visit I have not logged', 'visits I have not logged'],
  my_overdue_actions: ['my overdue action', 'my overdue actions'],
  my_due_actions: ['my action due this week', 'my actions due this week'],
  plans_before_visit: ['plan to look for before a visit', 'plans to look for before a visit'],
  plans_to_confirm: ['plan to confirm', 'plans to confirm'],
};

/** Numbers that ask somebody to do something as soon as they are not nought. */
export const ASKING: readonly TodayFigureKey[] = [
  'unlogged',
  'my_unlogged',
  'at_closed_school',
  'without_visitor',
  'overdue_actions',
  'my_overdue_actions',
  'failed_imports',
  'schools_to_decide',
  'without_region',
];

/** @param own whether the numbers are those of the person's own regions, which the words then say */
export function figureWords({ key, count }: TodayFigure, own = false): string {
  const words = plural(count, ...WORDS[key]).replace(/^[\d,]+ /, '');
  return own && !key.startsWith('my_') ? `${words} in my region` : words;
}

/** Where the list is that a number counts; what a list has a word of its own for is said by that. */
export function figurePath({ resource, filter }: Pick<ListLength, 'resource' | 'filter'>): string {
  const { unlogged, status, from, ...rest } = filter;
  const shown =
    resource !== 'visits'
      ? filter
      : unlogged
        ? { ...rest, when: 'unlogged' }
        : status === 'proposed'
          ? { ...rest, when: 'no_date' }
          : rest.withoutVisitor && from
            ? { ...rest, when: 'upcoming' }
            : filter;
  return `/${resource}?${new URLSearchParams({ filter: JSON.stringify(shown) })}`;
}
