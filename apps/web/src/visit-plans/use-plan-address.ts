import { useLocation, useNavigate } from 'react-admin';
import { academicYearOf, addAcademicYears } from '@tracker/domain';
import { LINE_STATES, PLAN_TABS, type PlanPage, visitPlanPath } from '../paths/visit-plan-paths';
import { today } from '../providers/today';

/** Plans are made of these years. */
export function plannedYears(): string[] {
  const now = academicYearOf(today());
  return [now, addAcademicYears(now, 1)];
}

/** What the address asks for; what cannot be read is left out. */
export function usePlanAddress() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const year = query.get('year') ?? '';
  const page: PlanPage = {
    academicYear: plannedYears().includes(year) ? year : academicYearOf(today()),
    planId: query.get('plan') ?? '',
    tab: PLAN_TABS.find((tab) => tab === query.get('tab')) ?? '',
    part: query.get('part') ?? '',
    regionId: query.get('region') ?? '',
    visitorId: query.get('visitor') ?? '',
    state: LINE_STATES.find((state) => state === query.get('state')) ?? '',
  };
  const turnTo = (change: Partial<PlanPage>) =>
    navigate(visitPlanPath({ ...page, ...change }), { replace: true });
  return { page, turnTo };
}

export type TurnTo = ReturnType<typeof usePlanAddress>['turnTo'];
