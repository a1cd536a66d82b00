import { useMemo, useState, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import {
  mayCall,
  mayWriteInRegion,
  reachOf,
  type DayOfferFilter,
  type SignedInUser,
  type VisitPlan,
  type VisitPlanLine,
  type VisitPlanReadiness,
} from '@tracker/contract';
import { useOffers } from '../day-offers/use-offers';
import { Failure } from '../layout/Failure';
import { PageHeading } from '../layout/PageHeading';
import { Waiting } from '../layout/Waiting';
import type { PlanPage, PlanTab } from '../paths/visit-plan-paths';
import { LeftOut } from './LeftOut';
import { LineDialogs, type OpenDialog } from './LineDialogs';
import { PlanContext } from './plan-context';
import { PlanButtons } from './PlanButtons';
import { PlanHead } from './PlanHead';
import { PlanLines } from './PlanLines';
import { PlanViewTabs } from './PlanViewTabs';
import type { TurnTo } from './use-plan-address';
import { usePlanLines } from './use-visit-plan';
import { WhatIfBeside } from './WhatIfBeside';

interface PlanShownProps {
  user: SignedInUser;
  plan: VisitPlan;
  readiness: VisitPlanReadiness;
  page: PlanPage;
  turnTo: TurnTo;
  choice: ReactNode;
  views: ReactNode;
  /** Another one is being made. */
  making: boolean;
  onStarted: (plan: VisitPlan) => void;
  children: ReactNode;
}

const NO_LINES: readonly VisitPlanLine[] = [];
const OPEN_OFFERS: DayOfferFilter = { state: ['sent', 'none', 'proposed'] };
const NOTHING_TICKED: ReadonlySet<string> = new Set();

/** A plan: what it says as a whole, and its lines by half term, week or visitor. */
export function PlanShown(props: PlanShownProps) {
  const { user, plan, readiness, page, turnTo, choice, views, making, onStarted } = props;
  const seesLines = reachOf(user, 'schoolRecords') !== 'none';
  const runsTheHub = mayCall(user, 'POST /api/visit-plans');
  const maySee = seesLines && (runsTheHub || plan.sentAt !== null);
  const {
    data: lines = NO_LINES,
    error,
    isPending,
    refetch,
  } = usePlanLines(maySee ? plan.id : null);
  const { data: open } = useOffers(maySee ? OPEN_OFFERS : null);
  const [ticked, setTicked] = useState(NOTHING_TICKED);
  const [opened, setOpened] = useState<OpenDialog | null>(null);
  const asked: PlanTab = page.tab || (maySee ? 'half-terms' : 'left-out');
  const tab = maySee ? asked : 'left-out';
  const commands = useMemo(
    () => ({
      ...{ plan, lines, ticked, visitors: readiness.visitors },
      offers: new Map([...(open ?? [])].reverse().map((offer) => [offer.schoolId, offer])),
      mayAccept: runsTheHub && plan.inUse,
      mayChange: (line: VisitPlanLine) =>
        (plan.inUse || runsTheHub) && mayWriteInRegion(user, line.regionId),
      tick: (lineId: string, on: boolean) =>
        setTicked((before) => {
          const after = new Set(before);
          if (on) after.add(lineId);
          else after.delete(lineId);
          return after;
        }),
      open: (dialog: OpenDialog['dialog'], line: VisitPlanLine) => setOpened({ dialog, line }),
    }),
    [plan, lines, ticked, readiness.visitors, open, runsTheHub, user],
  );
  const clear = () => setTicked(NOTHING_TICKED);
  return (
    <PlanContext.Provider value={commands}>
      <PageHeading
        title={plan.isWhatIf && !plan.inUse ? plan.name : `Plan of ${plan.academicYear}`}
        actions={views}
      />
      <PlanHead plan={plan} page={page} maySee={maySee} />
      {runsTheHub && (
        <PlanButtons {...{ plan, readiness, page, making, onStarted }} onAccepted={clear} />
      )}
      {props.children}
      {plan.isWhatIf && !plan.inUse && (
        <WhatIfBeside plan={plan} inUseId={readiness.inUse} turnTo={turnTo} />
      )}
      <PlanViewTabs {...{ plan, page, tab, maySee }} />
      {!maySee && seesLines && (
        <Box sx={{ mb: 2 }}>The Head of Participation has not sent this plan to the teams yet.</Box>
      )}
      {tab === 'left-out' ? (
        <LeftOut {...{ plan, page, turnTo, choice }} />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Waiting words="Loading the visits of the plan…" />
      ) : (
        <PlanLines {...{ tab, page, turnTo, choice }} onCleared={clear} />
      )}
      {opened && <LineDialogs opened={opened} onClose={() => setOpened(null)} />}
    </PlanContext.Provider>
  );
}
