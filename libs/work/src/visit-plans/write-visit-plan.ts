import type { PlanBand, PlanInFull, PlanProblem } from '@tracker/domain';
import { takeOverYear, type VisitPlanEntity } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { FINISH, KEEP_LEFT_OUT, KEEP_LINES, KEEP_PROBLEM } from './visit-plan.queries';

/** A plan as it was found, with what it was made of. */
export interface FoundPlan {
  problem: PlanProblem;
  schoolIds: ReadonlyMap<number, string>;
  plan: PlanInFull;
  figures: object;
  notes: readonly string[];
  unchanged: boolean;
  problemDigest: string;
  linesDigest: string;
}

/**
 * Writes a plan whole: its lines with their reasons, who is left out, figures and notes. The plan of a year takes the
 * place of the one before.
 *
 * @returns false where somebody else has finished it, or given it up
 */
export async function writeVisitPlan(
  manager: EntityManager,
  { id, academicYear, isWhatIf }: VisitPlanEntity,
  attempt: number,
  found: FoundPlan,
): Promise<boolean> {
  if (!(await FINISH.row(manager, id, attempt, found))) return false;
  const { problem, plan } = found;
  const idOf = (urn: number) => found.schoolIds.get(urn)!;
  const moved = new Map(plan.moved.map(({ urn, sentence }) => [urn, sentence]));
  const locked = new Set((problem.locked ?? []).map(({ urn }) => urn));
  const bands = new Map(problem.schools.map(({ urn, band }): [number, PlanBand] => [urn, band]));
  const lines = plan.visits.map(({ urn, ...line }) => ({
    ...{ ...line, schoolId: idOf(urn) },
    ...{ moved: moved.get(urn) ?? null, isLocked: locked.has(urn) },
  }));
  const leftOut = plan.leftOut.map(({ urn, days, cause, ...out }, i) => ({
    ...{ ...out, position: i + 1, schoolId: idOf(urn), band: bands.get(urn) },
    detail: { ...(days && { days }), ...(cause && { cause }) },
  }));
  await KEEP_LINES.run(manager, id, JSON.stringify(lines));
  await KEEP_LEFT_OUT.run(manager, id, JSON.stringify(leftOut));
  await KEEP_PROBLEM.run(manager, id, JSON.stringify(problem));
  if (!isWhatIf) await takeOverYear(manager, { id, academicYear });
  return true;
}
