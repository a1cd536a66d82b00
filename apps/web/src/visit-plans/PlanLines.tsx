import { lazy, Suspense, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import { mondayOf, type Day } from '@tracker/domain';
import { Choice } from '../fields/Choice';
import { FilterGroup } from '../fields/FilterGroup';
import { useRegions } from '../fields/RegionName';
import { choicesOf } from '../fields/words';
import { Empty } from '../layout/Empty';
import { Waiting } from '../layout/Waiting';
import type { LineState, PlanPage, PlanTab } from '../paths/visit-plan-paths';
import { DayCards } from './DayCards';
import { usePlan } from './plan-context';
import { halfTermParts, linesShown, partShown, visitorParts, weekParts } from './plan-lines';
import { LINE_STATE_WORDS } from './plan-words';
import { HalfTermParts, WeekParts } from './PlanParts';
import { TickBar } from './TickBar';
import type { TurnTo } from './use-plan-address';
import { VisitorTable } from './VisitorTable';

const PlanMap = lazy(() => import('./PlanMap'));

interface PlanLinesProps {
  tab: Exclude<PlanTab, 'left-out'>;
  page: PlanPage;
  turnTo: TurnTo;
  choice: ReactNode;
  onCleared: () => void;
}

/** The lines of a plan as one of its tabs shows them, narrowed by region, visitor and state. */
export function PlanLines({ tab, page, turnTo, choice, onCleared }: PlanLinesProps) {
  const { lines } = usePlan();
  const shown = linesShown(lines, page);
  return (
    <>
      <Filters page={page} turnTo={turnTo}>
        {choice}
      </Filters>
      <TickBar onCleared={onCleared} />
      {shown.length === 0 ? (
        <Empty title="No visit of the plan matches." />
      ) : (
        <Suspense fallback={<Waiting words="Drawing the map…" />}>
          <Tab {...{ tab, page, turnTo, shown }} />
        </Suspense>
      )}
    </>
  );
}

interface TabProps extends Pick<PlanLinesProps, 'tab' | 'page' | 'turnTo'> {
  shown: ReturnType<typeof linesShown>;
}

function Tab({ tab, page, turnTo, shown }: TabProps) {
  const halfTerms = usePlan().plan.figures?.halfTerms ?? [];
  const turnToPart = (part: string) => turnTo({ part, tab });
  if (tab === 'visitors') {
    return <VisitorTable parts={visitorParts(shown, halfTerms.length)} page={page} />;
  }
  if (tab === 'weeks') {
    const parts = weekParts(shown);
    const part = partShown(parts, page.part);
    return (
      <>
        <WeekParts {...{ parts, part }} onChoose={turnToPart} />
        <DayCards lines={shown.filter(({ date }) => inWeek(date, part))} />
      </>
    );
  }
  const parts = halfTermParts(shown, halfTerms.length);
  const part = page.part === 'all' ? 'all' : partShown(parts, page.part);
  const ofPart = part === 'all' ? shown : shown.filter((line) => String(line.halfTerm) === part);
  return (
    <>
      <HalfTermParts {...{ parts, part }} halfTerms={halfTerms} onChoose={turnToPart} />
      {tab === 'map' ? <PlanMap lines={ofPart} /> : <DayCards lines={ofPart} />}
    </>
  );
}

const inWeek = (date: Day, monday: Day) => mondayOf(date) === monday;

interface FiltersProps extends Pick<PlanLinesProps, 'page' | 'turnTo'> {
  children: ReactNode;
}

function Filters({ page, turnTo, children }: FiltersProps) {
  const { lines } = usePlan();
  const regions = useRegions();
  const visitors = visitorParts(lines, 0).map(({ visitorId, visitorName }) => ({
    ...{ id: visitorId, name: visitorName },
  }));
  return (
    <Box sx={FILTERS}>
      <FilterGroup>
        {children}
        <Choice
          label="Region"
          all="All regions"
          value={page.regionId}
          choices={regions}
          onChange={(regionId) => turnTo({ regionId })}
        />
        <Choice
          label="Visitor"
          all="All visitors"
          value={page.visitorId}
          choices={visitors}
          onChange={(visitorId) => turnTo({ visitorId })}
        />
        <Choice
          label="State"
          all="All in the plan"
          value={page.state}
          choices={choicesOf(LINE_STATE_WORDS)}
          onChange={(state) => turnTo({ state: state as LineState | '' })}
        />
      </FilterGroup>
    </Box>
  );
}

/** Two beside each other on a phone, so that the first day is not far below. */
const FILTERS = {
  mb: -0.5,
  '& > [role=group]': { display: { xs: 'grid', sm: 'flex' }, gridTemplateColumns: '1fr 1fr' },
  '& > [role=group] > *': { minWidth: 0 },
} as const;
