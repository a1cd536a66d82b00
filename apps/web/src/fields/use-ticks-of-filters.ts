import { useEffect } from 'react';
import { useListContext, useNotify } from 'react-admin';
import { plural } from '@tracker/domain';

/** The filters under which the rows of each list were ticked. */
const tickedUnder = new Map<string, string>();

/** Filters as one text, whatever order they were set in. */
export function filtersAsText(filterValues: Record<string, unknown>): string {
  const set = Object.entries(filterValues).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return JSON.stringify(set.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Ticks hold for the filters they were made under; when those change they go, and that is said. */
export function useTicksOfFilters(): void {
  const { resource, filterValues, selectedIds, onUnselectItems } = useListContext();
  const notify = useNotify();
  const filters = filtersAsText(filterValues);
  const ticked = selectedIds.length;
  useEffect(() => {
    if (ticked === 0) {
      tickedUnder.delete(resource);
      return;
    }
    const under = tickedUnder.get(resource) ?? filters;
    tickedUnder.set(resource, under);
    if (under === filters) return;
    onUnselectItems();
    notify(`The filters changed: ${plural(ticked, 'tick')} cleared.`, { type: 'info' });
  }, [resource, filters, ticked, onUnselectItems, notify]);
}
