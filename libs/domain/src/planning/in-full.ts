import { figuresOf, type VisitPlanFigures } from './figures';
import { halfTermsLate } from './lateness';
import { movedLines } from './moved';
import { notesOf } from './notes';
import { halfTermOn, type PlanBand, type PlanLine, type PlanProblem } from './problem';
import { PlanView } from './view';
import { leftOutOf, type LeftOut } from './why/left-out';
import { whyOf, type Why } from './why/why-of';

/** A line with what it costs and why it is there. */
export interface ExplainedLine extends PlanLine {
  /** 1 the first of the year; 0 in a holiday. */
  halfTerm: number;
  band: PlanBand;
  /** What it adds to its visitor's day. */
  km: number;
  halfTermsLate: number;
  why: Why[];
}

/** Everything that can be said of a plan. */
export interface PlanInFull {
  figures: VisitPlanFigures;
  notes: string[];
  visits: ExplainedLine[];
  leftOut: LeftOut[];
  moved: { urn: number; sentence: string }[];
}

/** @param context of the same problem and plan, where many lines are asked for */
export function explainLine(context: PlanView, line: PlanLine): ExplainedLine {
  const { problem, plan } = context;
  const school = context.schools.get(line.urn)!;
  return {
    ...line,
    halfTerm: halfTermOn(problem, line.date) + 1,
    band: school.band,
    km: context.kmOf(line),
    halfTermsLate: halfTermsLate(problem, school, line.date),
    why: whyOf(problem, plan, line, context),
  };
}

/** @param plan whose schools and visitors the problem knows */
export function planInFull(problem: PlanProblem, plan: readonly PlanLine[]): PlanInFull {
  const context = new PlanView(problem, plan);
  return {
    figures: figuresOf(problem, plan),
    notes: notesOf(problem, plan),
    visits: plan.map((line) => explainLine(context, line)),
    leftOut: leftOutOf(problem, plan),
    moved: movedLines(problem, plan).map(({ urn, sentence }) => ({ urn, sentence })),
  };
}
