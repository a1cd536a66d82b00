import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { NO_REGION, reachOf, type SignedInUser, type VisitPlanReadiness } from '@tracker/contract';
import {
  bookingsNeeded,
  isAcademicYear,
  knownPlace,
  makesVisits,
  type MissingForPlanKey,
  plural,
  type PlanProblem,
  roomByVisitor,
  roomSentence,
} from '@tracker/domain';
import { type PlanReading, readPlanProblem } from '@tracker/data';
import { Clock } from '@tracker/work';
import type { DataSource } from 'typeorm';
import { malformedFields } from '../http/problem';
import { PLAN_OF_YEAR } from './visit-plan-list';

type Missing = VisitPlanReadiness['missing'][number];

const MOST_NAMES = 10;
const NO_PLACE = { easting: null, northing: null };

/** What stands before a plan, and what the teams can take. */
@Injectable()
export class VisitPlanReadinessService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws 400 */
  async of(academicYear: string, user: SignedInUser): Promise<VisitPlanReadiness> {
    if (!isAcademicYear(academicYear)) {
      const message = 'Write the academic year like 2024-25.';
      throw malformedFields([{ field: 'academicYear', message }]);
    }
    const { manager } = this.dataSource;
    const reading = await readPlanProblem(manager, { academicYear, today: this.clock.today() });
    const { problem, toBeHeld, cancelShare } = reading;
    const rooms = roomByVisitor(problem);
    const room = roomOf(rooms, problem.visitors) + problem.booked.length;
    const missing = missingFor(reading);
    const seesAll = reachOf(user, 'visitorTime') === 'all';
    const unknown = new Set(reading.assumed.start);
    return {
      ...{ academicYear, possible: missing.every(({ blocks }) => !blocks), missing },
      ...{ held: problem.held.length, booked: problem.booked.length, toBeHeld, cancelShare },
      ...{ bookingsNeeded: bookingsNeeded(toBeHeld, cancelShare), room },
      roomSentence: roomSentence(toBeHeld, cancelShare, room),
      visitors: problem.visitors.map(({ id, name, base }) => ({
        ...{ userId: id, name, isAssumed: reading.assumed.capacity.includes(name) },
        room: rooms.get(id) ?? 0,
        ...((seesAll || user.id === id) && !unknown.has(name) ? base : NO_PLACE),
      })),
      regions: regionsOf(problem, rooms),
      ...(await PLAN_OF_YEAR.one(manager, academicYear)),
    };
  }
}

/** What some of the visitors can still take. */
const roomOf = (rooms: ReadonlyMap<string, number>, visitors: readonly { id: string }[]): number =>
  visitors.reduce((sum, { id }) => sum + (rooms.get(id) ?? 0), 0);

function regionsOf(
  problem: PlanProblem,
  rooms: ReadonlyMap<string, number>,
): VisitPlanReadiness['regions'] {
  const regions = problem.regions.filter(({ id }) => id !== NO_REGION);
  return regions.map(({ id, name }) => ({
    ...{ regionId: id, name },
    needed: problem.schools.filter(({ regionId, band }) => regionId === id && band < 3).length,
    room: roomOf(
      rooms,
      problem.visitors.filter(({ regionIds }) => regionIds.includes(id)),
    ),
  }));
}

function missingFor({
  problem,
  assumed,
  areDaysAssumed,
  areWindowsSuggested,
}: PlanReading): Missing[] {
  const missing: Missing[] = [];
  const say = (key: MissingForPlanKey, sentence: string, names: string[], blocks = false) => {
    const count = Math.max(1, names.length);
    missing.push({ key, blocks, sentence, count, names: names.slice(0, MOST_NAMES) });
  };
  const { visitors, regions, schools, year } = problem;
  const makers = visitors.filter(makesVisits);
  if (visitors.length === 0) {
    say('no_visitor', 'Nobody visits schools of any region.', [], true);
  } else if (makers.length === 0) {
    const names = visitors.map(({ name }) => name);
    say('no_capacity', 'Nobody can take a visit: every capacity is 0.', names, true);
  }
  if (areDaysAssumed) {
    say('term_dates', `The term dates of ${year} are not known; the usual ones are taken.`, []);
  }
  const unvisited = regions.filter(
    ({ id }) =>
      schools.some(({ regionId }) => regionId === id) &&
      !makers.some(({ regionIds }) => regionIds.includes(id)),
  );
  if (visitors.length > 0 && unvisited.length > 0) {
    const names = unvisited.map(({ name }) => name);
    say('no_region', `Nobody visits ${plural(names.length, 'region')}.`, names);
  }
  if (assumed.capacity.length > 0) {
    const of = plural(assumed.capacity.length, 'visitor');
    say(
      'no_capacity',
      `The capacity of ${of} is not known; the usual one is taken.`,
      assumed.capacity,
    );
  }
  const unplaced = schools.filter((school) => knownPlace(school) === null);
  if (unplaced.length > 0) {
    const of = plural(unplaced.length, 'school');
    const names = unplaced.map(({ name }) => name);
    say('no_place', `The place of ${of} is not known; the middle of the region is taken.`, names);
  }
  if (areWindowsSuggested) {
    say('windows', `Nobody has looked at the windows of ${year}; those suggested are taken.`, []);
  }
  return missing;
}
