import { useMemo } from 'react';
import { useDataProvider } from 'react-admin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { MAX_PAGE, type Visit, type VisitFilter } from '@tracker/contract';
import type { Day } from '@tracker/domain';

/** The day a visit stands on: when it took place, else when it is planned for. */
export const dayOfVisit = ({ visitedOn, scheduledOn }: Visit): Day | null =>
  visitedOn ?? scheduledOn;

/** All visits that match, by day and as the day goes, which is the order they come in; asked for page by page where there are more than one page holds. */
export function useCalendarVisits(filter: VisitFilter & { from: Day; to: Day }) {
  const dataProvider = useDataProvider();
  const query = useQuery({
    queryKey: ['visits', 'calendar', filter],
    queryFn: async ({ signal }) => {
      const visits: Visit[] = [];
      for (let page = 1; ; page += 1) {
        const { data, total = 0 } = await dataProvider.getList<Visit>('visits', {
          filter,
          pagination: { page, perPage: MAX_PAGE },
          sort: { field: 'day', order: 'ASC' },
          signal,
        });
        visits.push(...data);
        if (data.length < MAX_PAGE || visits.length >= total) return visits;
      }
    },
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const byDay = useMemo(() => {
    const days = new Map<Day, Visit[]>();
    for (const visit of data ?? []) {
      const day = dayOfVisit(visit);
      if (day === null) continue;
      const there = days.get(day);
      if (there) there.push(visit);
      else days.set(day, [visit]);
    }
    return days;
  }, [data]);
  return { ...query, byDay };
}
