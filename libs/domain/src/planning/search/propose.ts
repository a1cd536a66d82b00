import { bySoonest, coverageOf, type Coverage } from '../coverage';
import { modelOf, type PlanModel } from '../model';
import { byDateAndUrn, halfTermOn, type PlanLine, type PlanProblem } from '../problem';
import { randomFrom } from '../random';
import { anneal, type Found } from './anneal';
import { evenDays } from './even-days';
import { neighboursOf } from './neighbours';
import { Openings } from './openings';
import { placeFirst } from './start';
import { STEPS_A_LINE, stepsFor } from './steps';
import { PlanState, type Wishes } from './state';

/** P2: lateness is at most so much above the least; the search aims below what must be, 1.05. */
const LATE_LIMIT = 1.047;
/** P9: kilometres that another half term than proposed before counts as. */
const KM_PER_MOVE = 5;
/** Kilometres that placing the latest of band 3 counts as, beside the soonest. */
const KM_TO_LATEST = 4;
/** More than any way: no saving of travel costs a school its place. */
const KM_OF_A_PLACE = 1000;

/** Tries of putting days even; it takes a few thousandths of a second for a thousand. */
const EVEN_STEPS = 150_000;

/** The part of a plan's way that even weeks may cost. */
const KM_FOR_EVEN_WEEKS = 0.03;
/** The search stays so much below what unevenness may be. */
const UNEVEN_MARGIN = 0.008;

export interface Search {
  /** The same seed gives the same plan. */
  seed: number;
  /** Tries for a line, never a time; left out, as many as a good plan needs. */
  stepsALine?: number;
  /** Told how far the search has come, 0 to 1. */
  reached?: (share: number) => void;
}

/** The share of the time that the first search takes. */
const FIRST_SEARCH = 0.85;

export function proposePlan(problem: PlanProblem, search: Search): PlanLine[] {
  const model = modelOf(problem);
  const coverage = coverageOf(model);
  const target = [0, coverage.placed[1], coverage.placed[2], coverage.placed[3]];
  const wishes = wishesOf(model);
  const state = new PlanState(model, target, wishes);
  const openings = new Openings(state);
  placeFirst(state, openings, startOf(model, coverage, wishes));
  const candidates = model.schools.flatMap(({ band }, s) => (target[band]! > 0 ? [s] : []));
  const random = randomFrom(search.seed);
  const lines = target.reduce((sum, count) => sum + count, 0);
  const steps = stepsFor(lines, search.stepsALine ?? STEPS_A_LINE);
  const how = {
    random,
    neighbours: neighboursOf(model, candidates),
    candidates,
    lateLimit: coverage.late * LATE_LIMIT + 1e-6,
  };
  const { reached } = search;
  const first = { ...how, steps, reached: (share: number) => reached?.(share * FIRST_SEARCH) };
  restore(state, anneal(state, openings, first));
  reached?.(FIRST_SEARCH);
  const evenSteps = Math.min(EVEN_STEPS, steps);
  evenDays(state, openings, { steps: evenSteps, random });
  // Where nothing but days cannot make the weeks even, schools change trips for it.
  const unevenLimit = state.weeks.limit() - UNEVEN_MARGIN;
  if (state.weeks.unevenness() > unevenLimit) {
    const fewer = Math.floor(steps / 5);
    const kmLimit = state.km * (1 + KM_FOR_EVEN_WEEKS) + state.extra;
    restore(
      state,
      anneal(state, openings, { ...how, steps: fewer, unevenLimit, kmLimit, warm: 1 }),
    );
  }
  return linesOf(model, state);
}

function restore(state: PlanState, { tripOf }: Found): void {
  // All get up before the first sits down, so that no half term holds too many in between.
  for (const school of tripOf.keys()) state.move(school, -1);
  tripOf.forEach((trip, school) => state.move(school, trip));
  state.keep();
}

function wishesOf(model: PlanModel): Wishes {
  const { schools, problem } = model;
  const halfTermBefore = new Int32Array(schools.length).fill(-1);
  const numbers = new Map(schools.map(({ urn }, s) => [urn, s]));
  for (const { urn, date } of problem.previous ?? []) {
    const s = numbers.get(urn);
    if (s !== undefined && date >= problem.horizon.from)
      halfTermBefore[s] = halfTermOn(problem, date);
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

function linesOf(model: PlanModel, { tripOf }: PlanState): PlanLine[] {
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
