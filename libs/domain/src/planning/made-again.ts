import type { FixedVisit, PlanLine, PlanProblem, PlanVisitor } from './problem';
import { isOpenLine, type PlanLineStatus, type VisitPlanSettings } from './visit-plan';

/** A line of the plan that another is based on, as it stands now. */
export interface LineBefore extends PlanLine {
  status: PlanLineStatus;
  isLocked: boolean;
  /** It is a visit, or was one that fell through. */
  hasVisit: boolean;
  /** Who changed it last. */
  by: string | null;
}

/** What is kept when a plan is made again (P9). */
export interface KeptLines {
  locked: PlanLine[];
  previous: PlanLine[];
  dropped: LineBefore[];
}

const lineOf = ({ urn, date, visitorId }: PlanLine): PlanLine => ({ urn, date, visitorId });

/** What was accepted is a visit, and so agreed by itself; what was a visit and fell through is not kept. */
export function keptLines(
  lines: readonly LineBefore[],
  { keepProposals = true }: Pick<VisitPlanSettings, 'keepProposals'>,
): KeptLines {
  const open = lines.filter(({ status, hasVisit }) => isOpenLine(status) && !hasVisit);
  return {
    locked: open.filter(({ isLocked }) => isLocked).map(lineOf),
    previous: keepProposals ? open.filter(({ isLocked }) => !isLocked).map(lineOf) : [],
    dropped: lines.filter(({ status }) => status === 'dropped'),
  };
}

/** A problem with what its settings suppose, and without the schools that were left out by hand. */
export function supposed(
  problem: PlanProblem,
  { perDay, windows = [] }: Pick<VisitPlanSettings, 'perDay' | 'windows'>,
  dropped: readonly LineBefore[] = [],
): PlanProblem {
  const agreed = new Set([...problem.held, ...problem.booked].map(({ urn }: FixedVisit) => urn));
  const leftOut = new Map(dropped.map((line) => [line.urn, line]));
  const atMost = (visitor: PlanVisitor) =>
    perDay === undefined ? visitor : { ...visitor, perDay: Math.min(perDay, visitor.perDay) };
  return {
    ...problem,
    windows: [...problem.windows, ...windows.map((window, i) => ({ key: `s${i + 1}`, ...window }))],
    visitors: problem.visitors.map(atMost),
    schools: problem.schools.map((school) => {
      const line = leftOut.get(school.urn);
      if (!line) return school;
      const by = line.by ?? 'the hub';
      return { ...school, snoozed: { until: problem.horizon.to, by, why: 'left out by hand' } };
    }),
    // A school that is agreed needs no line; one that is locked stays even against the rules.
    locked: (problem.locked ?? []).filter(({ urn }) => !agreed.has(urn)),
  };
}
