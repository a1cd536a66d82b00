import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import {
  MAX_PAGE,
  type LeftOutSchool,
  type VisitPlan,
  type VisitPlanLine,
} from '@tracker/contract';
import { call, callForPage, type Page } from '../providers/call';

const KEY = 'visit-plans';
const EACH_MS = 1000;

/** What is missing before a plan of the year, and which plans there are. */
export function useReadiness(academicYear: string) {
  return useQuery({
    queryKey: [KEY, 'readiness', academicYear],
    queryFn: ({ signal }) =>
      call('GET /api/visit-plans/readiness', { query: { academicYear }, signal }),
  });
}

const isMaking = (plan: VisitPlan | undefined): boolean =>
  plan?.status === 'queued' || plan?.status === 'running';

/** A plan as it is now, looked at each second while it is made; none while no id is given. */
export function useVisitPlan(id: string | null) {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: [KEY, id, 'plan'],
    queryFn: ({ signal }) => call('GET /api/visit-plans/{id}', { id: id ?? '', signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (isMaking(state.data) ? EACH_MS : false),
  });
  const making = isMaking(query.data);
  useEffect(() => {
    if (!making) return undefined;
    // Once it is no longer being made, the year may have another plan.
    return () => void queryClient.invalidateQueries({ queryKey: [KEY] });
  }, [making, queryClient]);
  return { ...query, making };
}

/** Every row of a list that comes in pages. */
async function allOf<Row>(page: (range: readonly [number, number]) => Promise<Page<Row>>) {
  const all: Row[] = [];
  for (;;) {
    const { rows, total } = await page([all.length, all.length + MAX_PAGE - 1]);
    all.push(...rows);
    if (rows.length === 0 || all.length >= total) return all;
  }
}

/** Every line of a plan that this person may see, by date. */
export function usePlanLines(planId: string | null) {
  return useQuery({
    queryKey: [KEY, planId, 'lines'],
    queryFn: ({ signal }) =>
      allOf<VisitPlanLine>((range) =>
        callForPage('GET /api/visit-plan-lines', {
          query: { filter: { planId: planId ?? '' }, range },
          signal,
        }),
      ),
    enabled: planId !== null,
  });
}

/** The schools a plan leaves out, in the order of the queue. */
export function useLeftOut(id: string, filter: { regionId?: string } = {}) {
  return useQuery({
    queryKey: [KEY, id, 'left-out', filter],
    queryFn: ({ signal }) =>
      allOf<LeftOutSchool>((range) =>
        callForPage('GET /api/visit-plans/{id}/left-out', { id, query: { filter, range }, signal }),
      ),
  });
}
