import { useEffect, useState } from 'react';
import { useRefresh } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import { isUnderWay } from '../fields/under-way';
import { call } from '../providers/call';

const LOOK_AGAIN_MS = 1_000;

/**
 * The ranking that somebody asked for, while it is under way, and how it ended for whoever saw it. The
 * list is read anew when it has ended.
 */
export function useRanking() {
  const refresh = useRefresh();
  const [watched, setWatched] = useState<string | null>(null);
  const { data: latest, refetch } = useQuery({
    queryKey: ['priority-refreshes', 'latest'],
    queryFn: async ({ signal }) =>
      (await call('GET /api/priority-refreshes', { query: { range: [0, 0] }, signal }))[0] ?? null,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? LOOK_AGAIN_MS : false),
  });
  const underWay = latest && isUnderWay(latest) ? latest : null;
  if (underWay && underWay.id !== watched) setWatched(underWay.id);
  const ended = latest && !underWay && latest.id === watched ? latest : null;
  const endedId = ended?.id;
  useEffect(() => {
    if (endedId) refresh();
  }, [endedId, refresh]);
  const begin = async () => {
    setWatched((await call('POST /api/priority-refreshes', { body: { all: true } })).id);
    await refetch();
  };
  return { underWay, ended, begin, lookAgain: refetch };
}

export type Ranking = ReturnType<typeof useRanking>;
