import { createHash } from 'node:crypto';
import {
  bookingsNeeded,
  byDateAndUrn,
  keptLines,
  type PlanInFull,
  type PlanLine,
  type PlanProblem,
  planInFull,
  roomOfTeams,
  roomSentence,
  supposed,
} from '@tracker/domain';
import { readPlanProblem, VisitPlanEntity } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { searchOutside } from './search-outside';
import { LINES_BEFORE } from './visit-plan.queries';
import type { FoundPlan } from './write-visit-plan';

const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

const linesDigest = (lines: readonly PlanLine[]): string =>
  digestOf([...lines].sort(byDateAndUrn).map(({ urn, date, visitorId }) => [urn, date, visitorId]));

/** Of everything that is asked for but the proposal before. */
const problemDigest = (problem: PlanProblem): string => digestOf({ ...problem, previous: [] });

const NOTHING_CHANGED = 'Nothing has changed since.';

/**
 * Reads what a plan is made of, as at one instant, and searches for it. Where nothing has changed since the plan it is
 * based on, that one's proposal stands.
 *
 * @param reached told the share that is done, 0 to 1
 */
export async function findPlan(
  manager: EntityManager,
  { academicYear, asOf, settings, seed, basedOnId }: VisitPlanEntity,
  reached: (share: number) => void,
): Promise<FoundPlan> {
  const before = basedOnId === null ? [] : await LINES_BEFORE.rows(manager, basedOnId, asOf);
  const { dropped, ...kept } = keptLines(before, settings);
  const reading = await readPlanProblem(manager, {
    ...{ academicYear, today: asOf, settings },
    ...kept,
  });
  const problem = supposed(reading.problem, settings, dropped);
  const digest = problemDigest(problem);
  const open = [...kept.locked, ...kept.previous].sort(byDateAndUrn);
  const basis =
    basedOnId === null ? null : await manager.findOneBy(VisitPlanEntity, { id: basedOnId });
  const unchanged = basis?.problemDigest === digest && basis.linesDigest === linesDigest(open);
  const plan: PlanInFull = unchanged
    ? planInFull(problem, open)
    : await searchOutside({ problem, seed }, reached);
  const { toBeHeld, cancelShare } = reading;
  const room = roomOfTeams(problem) + problem.booked.length;
  return {
    ...{ problem, plan, unchanged, schoolIds: reading.schoolIds },
    problemDigest: digest,
    linesDigest: linesDigest(plan.visits),
    figures: {
      ...plan.figures,
      ...{ toBeHeld, cancelShare, bookingsNeeded: bookingsNeeded(toBeHeld, cancelShare), room },
      roomSentence: roomSentence(toBeHeld, cancelShare, room),
      halfTerms: problem.halfTerms.map(({ from, to }) => ({ from, to })),
      assumedDays: reading.areDaysAssumed,
    },
    notes: [...(unchanged ? [NOTHING_CHANGED] : []), ...plan.notes, ...reading.notes],
  };
}
