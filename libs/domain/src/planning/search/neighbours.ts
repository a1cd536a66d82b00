import type { PlanModel } from '../model';

/** How many neighbours of a school the search looks at. */
const NEAREST = 14;

/** The schools nearest to each that share a visitor with it, nearest first. */
export function neighboursOf(model: PlanModel, candidates: readonly number[]): Int32Array[] {
  const { schools, visitors, between } = model;
  const n = schools.length;
  const lists: Int32Array[] = schools.map(() => new Int32Array(0));
  for (const s of candidates) {
    const team = visitors.flatMap((_, v) => (model.visits[v * n + s] === 1 ? [v] : []));
    const others = candidates.filter(
      (other) => other !== s && team.some((v) => model.visits[v * n + other] === 1),
    );
    others.sort((a, b) => between[s * n + a]! - between[s * n + b]! || a - b);
    lists[s] = Int32Array.from(others.slice(0, NEAREST));
  }
  return lists;
}
