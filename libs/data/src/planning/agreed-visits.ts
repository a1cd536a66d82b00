import type { FixedVisit, KeptPlace } from '@tracker/domain';
import type { FixedVisitRow } from './plan-problem.queries';

/** What nobody may move. */
export interface AgreedVisits {
  held: FixedVisit[];
  booked: (FixedVisit & { status: string })[];
  /** Places that schools may still take. */
  kept: KeptPlace[];
  /** Held ones that count towards the target. */
  heldOfTarget: number;
  /** Visits that only use up a visitor's time: of a kind that does not count, or in another region. */
  beside: number;
  /** Booked ones for which nobody is named. */
  withoutVisitor: number;
}

interface Whose {
  regionIds: readonly string[] | null;
  people: ReadonlySet<string>;
}

/**
 * A visit of a kind that does not count is its visitor's and not its school's, so it stands under the school's
 * URN below nought, which no school has. One in a region that is not planned is there for its visitor alone.
 */
export function agreedOf(
  rows: readonly FixedVisitRow[],
  { regionIds, people }: Whose,
): AgreedVisits {
  const agreed: AgreedVisits = {
    ...{ held: [], booked: [], kept: [], heldOfTarget: 0, beside: 0, withoutVisitor: 0 },
  };
  for (const { urn, regionId, date, visitorId, status, counts } of rows) {
    const isPlanned = regionIds === null || regionIds.includes(regionId);
    if (status === 'kept') {
      if (visitorId !== null) agreed.kept.push({ date, visitorId });
      continue;
    }
    const isOfTarget = counts && isPlanned;
    if (!isOfTarget && (visitorId === null || !people.has(visitorId))) continue;
    const visit = { urn: counts ? urn : -urn, date, visitorId };
    if (!isOfTarget) agreed.beside += 1;
    if (status === 'completed') {
      agreed.held.push(visit);
      if (isOfTarget) agreed.heldOfTarget += 1;
    } else {
      agreed.booked.push({ ...visit, status });
      if (visitorId === null) agreed.withoutVisitor += 1;
    }
  }
  return agreed;
}
