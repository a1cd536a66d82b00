import { useState } from 'react';
import type { SignedInUser, VisitPlan, VisitPlanReadiness } from '@tracker/contract';
import { mayCall } from '@tracker/contract';
import { Failure } from '../layout/Failure';
import { PageHeading } from '../layout/PageHeading';
import { Waiting } from '../layout/Waiting';
import { Choice } from '../fields/Choice';
import { namedChoices } from '../fields/use-facets';
import { calendarPath } from '../paths/visit-paths';
import { type PlanPage, visitPlanPath } from '../paths/visit-plan-paths';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { VisitViews } from '../visits/VisitViews';
import { BeforeFirstPlan } from './BeforeFirstPlan';
import { PlanMaking } from './PlanMaking';
import { PlanShown } from './PlanShown';
import { plannedYears, type TurnTo, usePlanAddress } from './use-plan-address';
import { useReadiness, useVisitPlan } from './use-visit-plan';

/** When is which school visited, by whom, and why? */
export default function VisitPlanPage() {
  const user = useSignedInUser();
  return user ? <Year user={user} /> : <Waiting words="Opening the plan…" />;
}

function Year({ user }: { user: SignedInUser }) {
  const { page, turnTo } = usePlanAddress();
  const { academicYear } = page;
  const { data: readiness, error, refetch } = useReadiness(academicYear);
  const choice = (
    <Choice
      label="Academic year"
      value={academicYear}
      choices={namedChoices(plannedYears())}
      onChange={(year) => turnTo({ ...NOTHING_CHOSEN, academicYear: year })}
    />
  );
  const views = <VisitViews chosen="plan" paths={pathsOf(page)} />;
  if (!readiness) {
    return (
      <>
        <PageHeading title={`Plan of ${academicYear}`} actions={views} />
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : (
          <Waiting words="Looking up the plan…" />
        )}
      </>
    );
  }
  return <Known key={academicYear} {...{ user, readiness, page, turnTo, choice, views }} />;
}

const NOTHING_CHOSEN = { planId: '', part: '', regionId: '', visitorId: '', state: '' } as const;

/** The same visitor and region, as a list and on the calendar. */
function pathsOf(page: PlanPage) {
  const { regionId, visitorId } = page;
  const calendar = { regionId, visitorId };
  return {
    list: '/visits',
    month: calendarPath({ ...calendar, view: 'month' }),
    week: calendarPath({ ...calendar, view: 'week' }),
    plan: visitPlanPath(page),
  };
}

export interface KnownProps {
  user: SignedInUser;
  readiness: VisitPlanReadiness;
  page: PlanPage;
  turnTo: TurnTo;
  choice: React.ReactNode;
  views: React.ReactNode;
}

function Known({ user, readiness, page, turnTo, choice, views }: KnownProps) {
  const { academicYear } = page;
  const [asked, setAsked] = useState<string | null>(null);
  const making = useVisitPlan(asked ?? readiness.making);
  const shownId = page.planId || readiness.inUse;
  const { data: plan, error, refetch } = useVisitPlan(shownId);
  const started = (made: VisitPlan) => {
    setAsked(made.id);
    if (page.planId) turnTo({ planId: '' });
  };
  const mayMake = mayCall(user, 'POST /api/visit-plans');
  const below = (
    <PlanMaking
      plan={making.data}
      onReady={(made) => {
        setAsked(null);
        if (made.isWhatIf) turnTo({ planId: made.id });
      }}
      onDismiss={() => setAsked(null)}
    />
  );
  if (shownId === null) {
    return (
      <>
        <PageHeading title={`Plan of ${academicYear}`} actions={views} />
        {choice}
        {below}
        {!making.making && <BeforeFirstPlan {...{ readiness, mayMake }} onStarted={started} />}
      </>
    );
  }
  if (!plan) {
    return (
      <>
        <PageHeading title={`Plan of ${academicYear}`} actions={views} />
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : (
          <Waiting words="Loading the plan…" />
        )}
      </>
    );
  }
  return (
    <PlanShown
      {...{ user, plan, readiness, page, turnTo, choice, views }}
      making={making.making}
      onStarted={started}
    >
      {below}
    </PlanShown>
  );
}
