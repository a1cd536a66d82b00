import { useEffect, useRef, useState } from 'react';
import { useDataProvider, useListContext, useNotify, type RaRecord } from 'react-admin';
import { MAX_PAGE } from '@tracker/contract';
import { sentenceOf } from '../providers/problems';
import { filtersAsText } from './use-ticks-of-filters';

/** Ticks every row that matches, on whatever page, as the server has them now; at most 1,000. */
export function useSelectAll<T extends RaRecord>(selectable: (record: T) => boolean) {
  const { resource, filterValues, sort, total = 0, onSelect } = useListContext<T>();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const filters = filtersAsText(filterValues);
  const present = useRef(filters);
  useEffect(() => {
    present.current = filters;
  }, [filters]);
  const selectAll = async () => {
    setBusy(true);
    try {
      const answer = await dataProvider.getList<T>(resource, {
        filter: filterValues,
        sort,
        pagination: { page: 1, perPage: MAX_PAGE },
      });
      // Another list stands there by now.
      if (present.current !== filters) return;
      const ids = answer.data.filter(selectable).map(({ id }) => id);
      onSelect(ids);
      const left = answer.data.length - ids.length;
      if (left > 0)
        notify(`${left} of them are not yours to change and are left out.`, { type: 'info' });
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  const many = Math.min(total, MAX_PAGE).toLocaleString('en-GB');
  const words =
    total > MAX_PAGE
      ? `Select the first ${many} of ${total.toLocaleString('en-GB')} that match`
      : `Select all ${many} that match`;
  return { selectAll, busy, words };
}
