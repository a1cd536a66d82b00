import { useGetList } from 'react-admin';
import { formatDay } from '@tracker/domain';
import type { Visit } from '@tracker/contract';

/** What the school will be shown as without this visit; nothing for a visit that does not count. */
export function useWithoutVisit(visit: Visit): string {
  const { data } = useGetList<Visit>(
    'visits',
    {
      filter: { schoolId: visit.schoolId, withPredecessors: true, counting: true },
      pagination: { page: 1, perPage: 2 },
      sort: { field: 'day', order: 'DESC' },
    },
    { enabled: visit.status === 'completed' },
  );
  if (!data?.some(({ id }) => id === visit.id)) return '';
  const last = data.find(({ id }) => id !== visit.id)?.visitedOn;
  return last
    ? ` ${visit.schoolName} will be shown as last visited on ${formatDay(last)}.`
    : ` ${visit.schoolName} will be shown as never visited.`;
}
