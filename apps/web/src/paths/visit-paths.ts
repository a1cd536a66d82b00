import type { CalendarView, Day } from '@tracker/domain';
import type { VisitListFilter } from '../providers/visit-times';
import { joined } from '../fields/several';

export const visitPath = (visitId: string) => `/visits/${encodeURIComponent(visitId)}/show`;

/** The form in which a planned visit is logged. */
export const logPath = (visitId: string) => `/visits/${encodeURIComponent(visitId)}/log`;

/** The form for a visit that was not planned in the tracker. */
export const logNewPath = (schoolId: string) =>
  `/visits/log?schoolId=${encodeURIComponent(schoolId)}`;

/** What the calendar shows, all of it in the address bar. */
export interface CalendarPage {
  view: CalendarView;
  /** Some day of the month or week shown. */
  day: Day;
  /** One region, several, or every one. */
  regionId: string | string[];
  /** Empty for everybody. */
  visitorId: string;
}

const CALENDAR_PATH = '/visits/calendar';

export function calendarPath({ view, day, regionId, visitorId }: Partial<CalendarPage>): string {
  const query = new URLSearchParams();
  if (view) query.set('view', view);
  if (day) query.set('date', day);
  // Empty says "every region", which is not the same as having said nothing.
  if (regionId !== undefined) query.set('region', joined(regionId));
  if (visitorId) query.set('visitor', visitorId);
  return `${CALENDAR_PATH}?${query}`;
}

/** The list of the same visits. */
export function listPath({ regionId, visitorId }: CalendarPage): string {
  const filter: VisitListFilter = {
    when: 'upcoming',
    ...(regionId.length > 0 && { regionId }),
    ...(visitorId && { visitorId }),
  };
  return `/visits?${new URLSearchParams({ filter: JSON.stringify(filter), sort: 'day', order: 'ASC' })}`;
}
