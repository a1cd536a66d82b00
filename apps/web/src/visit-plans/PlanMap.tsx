import type { VisitPlanLine } from '@tracker/contract';

/** Where the visits of a plan are. */
export default function PlanMap({ lines }: { lines: readonly VisitPlanLine[] }) {
  return <p>{lines.length}</p>;
}
