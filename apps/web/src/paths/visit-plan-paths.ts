export const PLAN_TABS = ['half-terms', 'weeks', 'visitors', 'map', 'left-out'] as const;
export type PlanTab = (typeof PLAN_TABS)[number];

/** Lines of a plan by how they stand. */
export const LINE_STATES = ['open', 'stale', 'moved', 'locked', 'accepted', 'dropped'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** What the plan of a year shows, all of it in the address bar. */
export interface PlanPage {
  /** Empty for the year of today. */
  academicYear: string;
  /** A what-if; empty for the year's own plan. */
  planId: string;
  tab: PlanTab | '';
  /** The half term (`1` to `6`) or the Monday of the week that is shown; empty for the first to look at. */
  part: string;
  regionId: string;
  visitorId: string;
  state: LineState | '';
}

/** Where the plan stands on the address, and what is left out when it is empty. */
export function visitPlanPath(page: Partial<PlanPage> = {}): string {
  const { academicYear, planId, tab, part, regionId, visitorId, state } = page;
  const given = {
    ...{ year: academicYear, plan: planId, tab, part, region: regionId },
    ...{ visitor: visitorId, state },
  };
  const query = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return query.size > 0 ? `/visits/plan?${query}` : '/visits/plan';
}
