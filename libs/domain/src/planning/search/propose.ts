import { bySoonest, coverageOf, type Coverage } from '../coverage';
import { modelOf, type PlanModel } from '../model';
import { byDateAndUrn, halfTermOn, type PlanLine, type PlanProblem } from '../problem';
import { randomFrom } from '../random';
import { anneal, type Found } from './anneal';
import { neighboursOf } from './neighbours';
import { Openings } from './openings';
import { placeFirst } from './start';
import { PlanState, type Wishes } from './state';

/** P2: lateness is at most so much above the least; the search aims below what must be, 1.05. */
const LATE_LIMIT = 1.047;
/** P9: kilometres that another half term than proposed before counts as. */
const KM_PER_MOVE = 5;
/** Kilometres that placing the latest of band 3 counts as, beside the soonest. */
const KM_TO_LATEST = 4;
/** More than any way: no saving of travel costs a school its place. */
const KM_OF_A_PLACE = 1000;

export interface Search {
  /** The same seed gives the same plan. */
  seed: number;
  /** Tries of the search, never a time. */
  steps: number;
}

export function proposePlan(problem: PlanProblem, search: Search): PlanLine[] {
  const model = modelOf(problem);
  const coverage = coverageOf(model);
  const target = [0, coverage.placed[1], coverage.placed[2], coverage.placed[3]];
  const wishes = wishesOf(model);
  const state = new PlanState(model, target, wishes);
  const openings = new Openings(state);
  placeFirst(state, openings, startOf(model, coverage, wishes));
  const candidates = model.schools.flatMap(({ band }, s) => (target[band]! > 0 ? [s] : []));
  const found = anneal(state, openings, {
    steps: search.steps,
    random: randomFrom(search.seed),
    neighbours: neighboursOf(model, candidates),
    candidates,
    lateLimit: coverage.late * LATE_LIMIT + 1e-6,
  });
  return linesOf(model, found);
}

function wishesOf(model: PlanModel): Wishes {
  const { schools, problem } = model;
  const halfTermBefore = new Int32Array(schools.length).fill(-1);
  const numbers = new Map(schools.map(({ urn }, s) => [urn, s]));
  for (const { urn, date } of problem.previous ?? []) {
    const s = numbers.get(urn);
    if (s !== undefined && date >= problem.horizon.from) halfTermBefore[s] = halfTermOn(problem, date);
  }
  const kmToPlace = new Float64Array(schools.length).fill(-KM_OF_A_PLACE);
  const soonest = bySoonest(model);
  for (const [s, place] of soonest) kmToPlace[s]! += (KM_TO_LATEST * place) / soonest.size;
  return { halfTermBefore, kmPerMove: KM_PER_MOVE, kmToPlace };
}

function startOf(model: PlanModel, coverage: Coverage, { halfTermBefore }: Wishes) {
  if ((model.problem.previous?.length ?? 0) === 0) return coverage.placings;
  return coverageOf(model, (s, _, t) => (halfTermBefore[s] === t ? 2 : 0)).placings;
}

function linesOf(model: PlanModel, { tripOf }: Found): PlanLine[] {
  const { problem, schools, days, visitors } = model;
  const lines: PlanLine[] = [...(problem.locked ?? [])];
  tripOf.forEach((trip, s) => {
    if (trip < 0) return;
    lines.push({
      urn: schools[s]!.urn,
      date: days[trip % days.length]!,
      visitorId: visitors[Math.floor(trip / days.length)]!.id,
    });
  });
  return lines.sort(byDateAndUrn);
}
