import type { AcademicYear } from '../../academic-year';
import { toSerial } from '../../day';
import { plural } from '../../plural';
import { candidatesOf, type CycleProblem } from './cycle-problem';
import { runCycle, runsOf } from './run-cycle';
import { riskSentence } from './risk-sentence';

export const RUNS_OF_OUTLINE = 500;

/** Where a school that is not covered yet stands, those most at risk first. */
export interface OutlinedSchool {
  urn: number;
  /** `booked`: it is, or the plan proposes it; `outlined`: in a later year; `none`: it has no place. */
  stage: 'booked' | 'outlined' | 'none';
  /** Null without a place. */
  year: AcademicYear | null;
  halfTerm: number | null;
  /** The share of runs in which it stays without a visit, 0 to 1. */
  risk: number;
  sentence: string;
}

export interface CycleOutline {
  /** Schools in the cycle, and those covered already. */
  inCycle: number;
  covered: number;
  /** Covered when the cycle closes: in the middle run, and four times in five between these. */
  median: number;
  low: number;
  high: number;
  /** Visits that can be held at this pace less schools that are not covered yet. */
  slack: number;
  sentence: string;
  schools: OutlinedSchool[];
}

/**
 * Each school's half term in the years after the plan's, and how many the cycle covers when bookings fall through.
 *
 * @param seed the same gives the same runs
 */
export function outlineCycle(
  problem: CycleProblem,
  seed: number,
  runs = RUNS_OF_OUTLINE,
): CycleOutline {
  const { inCycle, covered, cancelShare, halfTerms } = problem;
  const candidates = candidatesOf(problem);
  const same = runsOf(problem, candidates);
  const placedAt = runCycle(same);
  const missed = new Int32Array(candidates.length);
  const totals: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const visitedAt = runCycle(
      same,
      (at, attempt) => chance(seed, run, same.urns[at]!, attempt) < cancelShare,
    );
    let visited = 0;
    for (let at = 0; at < visitedAt.length; at += 1) {
      if (visitedAt[at] === -1) missed[at]! += 1;
      else visited += 1;
    }
    totals.push(covered + visited);
  }
  totals.sort((a, b) => a - b);
  const part = (share: number) => totals[Math.floor(share * (totals.length - 1))] ?? covered;
  const [low, median, high] = [part(0.1), part(0.5), part(0.9)];
  const bookedAt = new Set(same.bookings.flat().map(({ candidate }) => candidate));
  const schools = candidates.map((candidate, at): OutlinedSchool => {
    const t = placedAt[at]!;
    const place = halfTerms[t] ?? null;
    const stage = !place ? 'none' : bookedAt.has(at) ? 'booked' : 'outlined';
    return {
      ...{ urn: candidate.school.urn, stage, risk: missed[at]! / Math.max(1, runs) },
      ...{ year: place?.year ?? null, halfTerm: place?.number ?? null },
      sentence: riskSentence(problem, candidate, { stage, halfTerm: t }),
    };
  });
  const slack = canBeHeld(problem) - candidates.length;
  return {
    ...{ inCycle, covered, median, low, high, slack },
    sentence: cycleSentence(problem, { median, low, high }),
    schools: schools
      .map((school, order) => ({ school, order }))
      .sort((a, b) => b.school.risk - a.school.risk || a.order - b.order)
      .map(({ school }) => school),
  };
}

/** From 0 up to 1, from these numbers alone: the same booking fares the same whatever else is planned. */
function chance(seed: number, run: number, urn: number, attempt: number): number {
  const seeded = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  const h = mixed(mixed(mixed(seeded, run), urn), attempt);
  return ((h ^ (h >>> 15)) >>> 0) / 4_294_967_296;
}

const mixed = (h: number, value: number): number => {
  const next = Math.imul(h ^ (h >>> 15) ^ value, 0x2c1b3c6d);
  return Math.imul(next ^ (next >>> 12), 0x297a2d39);
};

/** Visits that the target asks for and the teams have room for, rounded down. */
function canBeHeld({ halfTerms, toHold, cancelShare }: CycleProblem): number {
  const room = new Map<AcademicYear, number>();
  for (const { year, room: each } of halfTerms) {
    room.set(year, (room.get(year) ?? 0) + each.reduce((sum, one) => sum + one, 0));
  }
  let held = 0;
  for (const [year, places] of room) {
    held += Math.min(toHold[year] ?? 0, places * (1 - cancelShare));
  }
  return Math.floor(held + 1e-9);
}

const MS_A_DAY = 86_400_000;
const MONTH = new Intl.DateTimeFormat('en-GB', {
  ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
} as const);

/** `At this pace 534 of 537 are covered by July 2027, four times in five between 530 and 536.` */
function cycleSentence(
  { inCycle, halfTerms }: CycleProblem,
  { median, low, high }: Pick<CycleOutline, 'median' | 'low' | 'high'>,
): string {
  const number = (value: number) => value.toLocaleString('en-GB');
  const closes = halfTerms.at(-1)?.to;
  const by = closes ? ` by ${MONTH.format(toSerial(closes) * MS_A_DAY)}` : '';
  const range =
    low === high
      ? `four times in five exactly ${number(low)}`
      : `four times in five between ${number(low)} and ${number(high)}`;
  return `At this pace ${number(median)} of ${number(inCycle)} are covered${by}, ${range}.`;
}

/** `23 visits to spare`, `14 visits short` */
export function cycleSlackInWords(slack: number): string {
  if (slack === 0) return 'no visit to spare';
  return slack > 0 ? `${plural(slack, 'visit')} to spare` : `${plural(-slack, 'visit')} short`;
}
