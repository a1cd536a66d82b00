import { useEffect, useState } from 'react';
import { useDataProvider, useRefresh } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import { isUnderWay } from '../fields/under-way';
import type { TrackerDataProvider } from '../providers/data-provider';

const LOOK_AGAIN_MS = 1_000;

/**
 * The ranking that somebody asked for, while it is under way, and how it ended for whoever saw it. The
 * list is read anew when it has ended.
 */
export function useRanking() {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const refresh = useRefresh();
  const [watched, setWatched] = useState<string | null>(null);
  const { data: latest, refetch } = useQuery({
    queryKey: ['priority-refreshes', 'latest'],
    queryFn: ({ signal }) => dataProvider.latestRanking(signal),
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
    setWatched(await dataProvider.refreshPriorities());
    await refetch();
  };
  return { underWay, ended, begin, lookAgain: refetch };
}

export type Ranking = ReturnType<typeof useRanking>;
