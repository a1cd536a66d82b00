import { useEffect } from 'react';
import { useListContext, useLocation, useNavigate } from 'react-admin';

/**
 * Writes the filters a list starts with into the address bar: those of a person's own region and
 * those kept from the last visit to the list. The address can then be copied or bookmarked and
 * shows the same rows to anybody.
 */
export function useFiltersInAddress(): void {
  const { filterValues, sort, page, perPage } = useListContext();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const filter = JSON.stringify(filterValues);
  useEffect(() => {
    if (search !== '' || filter === '{}') return;
    const params = new URLSearchParams({
      filter,
      sort: sort.field,
      order: sort.order,
      page: String(page),
      perPage: String(perPage),
    });
    navigate({ pathname, search: `?${params}` }, { replace: true });
  }, [navigate, pathname, search, filter, sort.field, sort.order, page, perPage]);
}
