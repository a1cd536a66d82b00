import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { type CountWithList, NO_REGION, type PlanFigures, type Progress } from '@tracker/contract';
import { PLAN_STATE_LABELS, PLAN_STATES } from '@tracker/domain';
import { FiguresTable } from '../charts';
import { CountLink } from '../fields/CountLink';
import { Section } from '../layout/Section';
import { today } from '../providers/today';
import { CurrentPlans, usePlanStates } from './CurrentPlans';

type Counted = Pick<PlanFigures, 'schools' | 'states'>;

/** Schools by the state of their music development plan, which is known of today only. */
export function PlansSection({ progress: { regionId, asOf } }: { progress: Progress }) {
  const isOfToday = asOf === today();
  const data = usePlanStates(regionId, isOfToday);
  if (!isOfToday || !data) return null;
  const rows = data.byRegion.map((group) => row(group.name, group, group.regionId ?? NO_REGION));
  return (
    <Section title="Music development plans">
      <CurrentPlans figures={data} regionId={regionId} />
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
