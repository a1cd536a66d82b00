import { useQuery } from '@tanstack/react-query';
import type { DayOffer, DayOfferFilter } from '@tracker/contract';
import { call } from '../providers/call';

const MOST = 1_000;

/** Offers of days by a filter, the newest first. */
export function useOffers(filter: DayOfferFilter | null, most = MOST) {
  return useQuery({
    queryKey: ['day-offers', filter, most],
    queryFn: ({ signal }): Promise<DayOffer[]> =>
      call('GET /api/day-offers', {
        query: { filter: filter ?? {}, range: [0, most - 1] },
        signal,
      }),
    enabled: filter !== null,
  });
}
