import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { BestDays, NearbySchool, VisitorLoads, VisitWarningsQuery } from '@tracker/contract';
import { addDays, isDay, mondayOf, type Day, type VisitWarning } from '@tracker/domain';
import { mayWriteInRegion } from '@tracker/contract';
import { today } from '../providers/today';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { call } from '../providers/call';

// What these give is a help in planning: where an answer cannot be had, the screen goes without it.

/** Terms, holidays and bank holidays from one day to another; undefined until they are known. */
export function useSchoolCalendar(from: Day, to: Day) {
  const { data } = useQuery({
    queryKey: ['school-calendar', from, to],
    queryFn: ({ signal }) => call('GET /api/school-calendar', { query: { from, to }, signal }),
    staleTime: 60_000,
  });
  return data;
}

/** How much everybody has on in the week and the term of a day; undefined until it is known. */
export function useVisitorLoads(day: Day, regionId?: string): VisitorLoads | undefined {
  const from = mondayOf(day);
  const { data } = useQuery({
    queryKey: ['visitors', from, regionId ?? ''],
    queryFn: ({ signal }) => call('GET /api/visitors', { query: { from, regionId }, signal }),
    placeholderData: keepPreviousData,
  });
  return data;
}

/** More are asked for than shown, because some are taken by other lines of the form. */
const FREE_DAYS_ASKED = 24;

/**
 * School days on which nothing is planned for somebody; none while they are looked up.
 *
 * @param from the first day to suggest; tomorrow where it is none or has passed
 * @param taken days of this visitor's other visits in the form
 */
export function useFreeDays(visitorId: string, from = '', taken: readonly string[] = []): Day[] {
  const tomorrow = addDays(today(), 1);
  const asked = { from: isDay(from) && from > tomorrow ? from : tomorrow, count: FREE_DAYS_ASKED };
  const { data } = useQuery({
    queryKey: ['visitors', visitorId, 'free-days', asked],
    queryFn: ({ signal }) =>
      call('GET /api/visitors/{id}/free-days', { id: visitorId, query: asked, signal }),
    enabled: visitorId !== '',
  });
  if (visitorId === '' || !data) return [];
  return data.days.filter((day) => !taken.includes(day));
}

/**
 * The planner's days for a school, and why there is none; undefined until they are known.
 *
 * @param from the first day to suggest; where it is none, after the notice that schools are given
 * @param visitorId days of this visitor alone; empty for anybody's
 */
export function useBestDays(schoolId: string, from = '', visitorId = ''): BestDays | undefined {
  const asked = { ...(isDay(from) && { from }), ...(visitorId !== '' && { visitorId }) };
  const { data } = useQuery({
    queryKey: ['schools', schoolId, 'best-days', asked],
    queryFn: ({ signal }) =>
      call('GET /api/schools/{id}/best-days', { id: schoolId, query: asked, signal }),
    enabled: schoolId !== '',
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
  return data;
}

/** What speaks against a plan as it stands; none while it is looked up or has no day yet. */
export function useVisitWarnings(plan: VisitWarningsQuery): VisitWarning[] {
  const { data } = useQuery({
    queryKey: ['visits', 'warnings', plan],
    queryFn: ({ signal }) => call('GET /api/visits/warnings', { query: plan, signal }),
    enabled: isDay(plan.scheduledOn),
    staleTime: 0,
  });
  return isDay(plan.scheduledOn) ? (data?.warnings ?? []) : [];
}

/** A school near one that is to be visited. */
export interface NearbyOffer extends NearbySchool {
  /** The school of the round it is nearest to. */
  nearTo: string;
}

/** Each school asked about is a request of its own, so a long round is answered for its first ones. */
const MOST_ASKED = 8;

/**
 * Schools near those of a round that are due too, the nearest first, each once; only those this
 * person may write about, and none of the round itself.
 */
export function useNearbySchools(
  round: readonly { id: string; name: string }[],
  most: number,
): NearbyOffer[] {
  const user = useSignedInUser();
  const answers = useQueries({
    queries: round.slice(0, MOST_ASKED).map(({ id }) => ({
      queryKey: ['schools', id, 'nearby'],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call('GET /api/schools/{id}/nearby', { id, query: { limit: 20 }, signal }),
      staleTime: 60_000,
    })),
  });
  const nearest = new Map<string, NearbyOffer>();
  answers.forEach(({ data }, i) => {
    for (const school of data ?? []) {
      const known = nearest.get(school.id);
      if (known && known.distanceKm <= school.distanceKm) continue;
      nearest.set(school.id, { ...school, nearTo: round[i]?.name ?? '' });
    }
  });
  return [...nearest.values()]
    .filter(({ id, regionId }) => {
      const inRound = round.some((school) => school.id === id);
      return user !== undefined && !inRound && mayWriteInRegion(user, regionId);
    })
    .sort((a, b) => a.distanceKm - b.distanceKm)
    .slice(0, most);
}
