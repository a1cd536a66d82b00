import type { AcceptVisitPlan, VisitPlanLine } from '@tracker/contract';
import { isOpen } from './plan-lines';

/** Which lines are to become visits; empty texts for all. */
export interface AcceptChoice {
  of: 'ticked' | 'filter';
  halfTerm: string;
  regionId: string;
  visitorId: string;
}

/** The lines that a choice means, of those that are no visits yet. */
export function linesToAccept(
  lines: readonly VisitPlanLine[],
  ticked: ReadonlySet<string>,
  { of, halfTerm, regionId, visitorId }: AcceptChoice,
): VisitPlanLine[] {
  const open = lines.filter(isOpen);
  if (of === 'ticked') return open.filter(({ id }) => ticked.has(id));
  return open.filter(
    (line) =>
      (halfTerm === '' || String(line.halfTerm) === halfTerm) &&
      (regionId === '' || line.regionId === regionId) &&
      (visitorId === '' || line.visitorId === visitorId),
  );
}

/** The choice as it is sent: lines by name, so that what was seen is what is accepted. */
export const acceptBody = (chosen: readonly VisitPlanLine[]): Pick<AcceptVisitPlan, 'lineIds'> => ({
  lineIds: chosen.map(({ id }) => id),
});
