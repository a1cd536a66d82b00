import { createContext, useContext } from 'react';
import type { DayOffer, VisitPlan, VisitPlanLine, VisitPlanReadiness } from '@tracker/contract';

/** A dialog about one line. */
export type LineDialog = 'move' | 'drop' | 'cannot' | 'offer';

interface PlanCommands {
  plan: VisitPlan;
  /** Every line of the plan this person sees. */
  lines: readonly VisitPlanLine[];
  visitors: VisitPlanReadiness['visitors'];
  /** Whether this person may move, lock and drop the line. */
  mayChange: (line: VisitPlanLine) => boolean;
  mayAccept: boolean;
  /** The newest offer of days of each school that has one which is open, or was answered and not seen to. */
  offers: ReadonlyMap<string, DayOffer>;
  ticked: ReadonlySet<string>;
  tick: (lineId: string, on: boolean) => void;
  open: (dialog: LineDialog, line: VisitPlanLine) => void;
}

export const PlanContext = createContext<PlanCommands | null>(null);

/** @throws outside a plan */
export function usePlan(): PlanCommands {
  const commands = useContext(PlanContext);
  if (!commands) throw new Error('There is no plan here.');
  return commands;
}
