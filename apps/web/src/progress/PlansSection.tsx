import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { type CountWithList, NO_REGION, type PlanFigures, type Progress } from '@tracker/contract';
import { formatDay, PLAN_STATE_LABELS, PLAN_STATES, plural } from '@tracker/domain';
import { FiguresTable } from '../charts';
import { CountLink } from '../fields/CountLink';
import { Section } from '../layout/Section';
import { call } from '../providers/call';
import { today } from '../providers/today';

type Counted = Pick<PlanFigures, 'schools' | 'states'>;

/** Schools by the state of their music development plan, which is known of today only. */
export function PlansSection({ progress: { regionId, asOf } }: { progress: Progress }) {
  const isOfToday = asOf === today();
  const { data } = useQuery({
    queryKey: ['plan-figures', { regionId }],
    queryFn: ({ signal }) =>
      call('GET /api/plan-figures', { query: regionId === null ? {} : { regionId }, signal }),
    enabled: isOfToday,
  });
  if (!isOfToday || !data) return null;
  const current = data.states.find(({ state }) => state === 'current')?.schools ?? 0;
  const rows = data.byRegion.map((group) => row(group.name, group, group.regionId ?? NO_REGION));
  return (
    <Section title="Music development plans">
      <Typography sx={{ mb: 1 }}>
        {current.toLocaleString('en-GB')} of {plural(data.schools, 'school')} have a current plan on{' '}
        {formatDay(data.asOf)}.
      </Typography>
      <FiguresTable
        caption="Schools by the state of their plan"
        head={['Region', 'In scope', ...PLAN_STATES.map((state) => PLAN_STATE_LABELS[state])]}
        rows={regionId === null ? [...rows, row('The whole hub', data)] : rows}
      />
      <Box className="no-print" sx={{ mt: 1 }}>
        <Link component={RouterLink} to="/plan-figures">
          What plans say
        </Link>
      </Box>
    </Section>
  );
}

function row(name: string, { schools, states }: Counted, regionId?: string) {
  const list = (count: number, filter: CountWithList['filter'] = {}): CountWithList => ({
    ...{ resource: 'schools', count },
    filter: { ...(regionId && { regionId }), inScope: true, ...filter },
  });
  return {
    key: regionId ?? '',
    cells: [
      name,
      <CountLink key="all" counted={list(schools)} words={`schools in scope, ${name}`} />,
      ...states.map(({ state, schools: count }) => (
        <CountLink
          key={state}
          counted={list(count, { planState: state })}
          words={`schools: plan ${PLAN_STATE_LABELS[state].toLowerCase()}, ${name}`}
        />
      )),
    ],
  };
}
