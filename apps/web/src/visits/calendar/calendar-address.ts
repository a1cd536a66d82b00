import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-admin';
import { CALENDAR_VIEWS, isDay } from '@tracker/domain';
import type { SignedInUser } from '@tracker/contract';
import { ownRegionsFilter } from '../../fields/own-regions';
import { split } from '../../fields/several';
import { today } from '../../providers/today';
import { calendarPath, type CalendarPage } from '../../paths/visit-paths';

/**
 * The page asked for by the address. One that says nothing of a region starts with the person's own,
 * one without a date on today; what cannot be read is left out.
 */
export function useCalendarPage(user: SignedInUser) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const asked = query.get('date');
  const page: CalendarPage = {
    view: CALENDAR_VIEWS.find((view) => view === query.get('view')) ?? 'month',
    day: isDay(asked) ? asked : today(),
    regionId: query.has('region')
      ? split(query.get('region') ?? '')
      : (ownRegionsFilter(user).regionId ?? ''),
    visitorId: query.get('visitor') ?? '',
  };
  const goTo = useCallback(
    (next: CalendarPage) => navigate(calendarPath(next), { replace: true }),
    [navigate],
  );
  return { page, turnTo: (change: Partial<CalendarPage>) => goTo({ ...page, ...change }) };
}
