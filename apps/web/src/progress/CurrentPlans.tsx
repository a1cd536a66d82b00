import { useQuery } from '@tanstack/react-query';
import Typography from '@mui/material/Typography';
import type { PlanFigures } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { CountLink } from '../fields/CountLink';
import { call } from '../providers/call';

/** Schools by the state of their plan, as of today. @param regionId null for the whole hub */
export function usePlanStates(regionId: string | null, enabled = true): PlanFigures | undefined {
  const { data } = useQuery({
    queryKey: ['plan-figures', { regionId }],
    queryFn: ({ signal }) =>
      call('GET /api/plan-figures', { query: regionId === null ? {} : { regionId }, signal }),
    enabled,
  });
  return data;
}

interface CurrentPlansProps {
  figures: PlanFigures;
  regionId: string | null;
}

/** How many schools have a current plan, in a sentence. */
export function CurrentPlans({ figures: { schools, states }, regionId }: CurrentPlansProps) {
  const count = states.find(({ state }) => state === 'current')?.schools ?? 0;
  const filter = { ...(regionId !== null && { regionId }), inScope: true, planState: 'current' };
  return (
    <Typography>
      <CountLink
        counted={{ resource: 'schools', filter, count }}
        words="schools with a current music development plan"
      />{' '}
      of {plural(schools, 'school')} {count === 1 ? 'has' : 'have'} a current music development
      plan.
    </Typography>
  );
}
