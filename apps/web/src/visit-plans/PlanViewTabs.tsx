import type { VisitPlan } from '@tracker/contract';
import { PageTabs } from '../layout/PageTabs';
import { type PlanPage, type PlanTab, visitPlanPath } from '../paths/visit-plan-paths';

interface PlanViewTabsProps {
  plan: VisitPlan;
  page: PlanPage;
  tab: PlanTab;
  maySee: boolean;
}

/** The ways to look at a plan. Somebody who sees no lines has whom it leaves out. */
export function PlanViewTabs({ plan, page, tab, maySee }: PlanViewTabsProps) {
  const leftOut = `Left out ${plan.leftOut.toLocaleString('en-GB')}`;
  const tabs: [PlanTab, string][] = maySee
    ? [
        ['half-terms', 'Half terms'],
        ['weeks', 'Weeks'],
        ['visitors', 'Visitors'],
        ['map', 'Map'],
        ['left-out', leftOut],
      ]
    : [['left-out', leftOut]];
  const parts = tabs.map(([each, words]) => ({
    path: visitPlanPath({ ...page, tab: each, part: '' }).slice(1),
    words,
  }));
  const shown = visitPlanPath({ ...page, tab, part: '' }).slice(1);
  return <PageTabs label="Ways to look at the plan" base="" parts={parts} shown={shown} />;
}
