import { useGetList } from 'react-admin';
import { MAX_PAGE, type Visit, type VisitFilter } from '@tracker/contract';

export const OPEN_STATUSES: VisitFilter['status'] = ['proposed', 'scheduled', 'confirmed'];

/**
 * The visits to the schools that are proposed, scheduled or confirmed, the earliest day first and
 * those without one last. Undefined while they are being looked up; none when they cannot be had,
 * for knowing of them is a help and no condition.
 */
export function useOpenVisits(schoolIds: readonly string[]): Visit[] | undefined {
  const filter: VisitFilter = { status: OPEN_STATUSES, schoolId: [...new Set(schoolIds)] };
  const { data, error, isFetchedAfterMount } = useGetList<Visit>(
    'visits',
    {
      filter,
      pagination: { page: 1, perPage: MAX_PAGE },
      sort: { field: 'day', order: 'ASC' },
    },
    // What is decided by it is decided once, so an answer kept from before will not do.
    { refetchOnMount: 'always' },
  );
  if (error) return [];
  if (!isFetchedAfterMount) return undefined;
  return data?.filter(({ schoolId }) => schoolIds.includes(schoolId));
}
