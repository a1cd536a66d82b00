import { type PlanInFull, type PlanProblem, planInFull, proposePlan } from '@tracker/domain';

/*
 * What is done in a process of its own. Nothing here, nor what it imports, may touch the database.
 */

export interface PlanToSearch {
  problem: PlanProblem;
  seed: number;
}

/** How far the search is, 0 to 1; and in the end the plan. */
export type PlanFound = { share: number } | { plan: PlanInFull };

/** The share that is left for the reasons. */
const SEARCHED = 0.95;

export async function* searchTask(
  { problem, seed }: PlanToSearch,
  tell: (found: PlanFound) => void,
): AsyncGenerator<PlanFound> {
  const reached = (share: number) => tell({ share: share * SEARCHED });
  const lines = proposePlan(problem, { seed, reached });
  yield { plan: planInFull(problem, lines) };
}
