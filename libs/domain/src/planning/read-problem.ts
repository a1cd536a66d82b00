import { VISIT_STATES } from '../visit-state';
import type { PlanBand, PlanLine, PlanProblem } from './problem';
import {
  day,
  list,
  number,
  oneOf,
  optional,
  orNull,
  range,
  record,
  text,
  unique,
  UnreadablePlanFile,
  whole,
  type Reader,
} from './read-values';

/** More is no hub's, and could not be planned in a computer's memory. */
const MOST = { schools: 4000, visitors: 400, days: 400, halfTerms: 12, visits: 10_000 };
const ANY_URN = whole(-999_999_999, 999_999_999);
const METRES = number(-10_000_000, 10_000_000);

const days = range(record({ from: day, to: day }));
const weekdays = list(whole(1, 7), 7);
const line: Reader<PlanLine> = record({ urn: ANY_URN, date: day, visitorId: text });
const lines = list(line, MOST.visits);
const fixed = { urn: ANY_URN, date: day, visitorId: optional(text) };

const fields: { [K in keyof PlanProblem]-?: Reader<PlanProblem[K]> } = {
  format: oneOf(['visit-plan-problem/1'] as const),
  asOf: day,
  year: text,
  horizon: record({ from: day, to: day }),
  wanted: whole(0, 100_000),
  minMonthsBetween: whole(0, 240),
  roadFactor: number(0.1, 10),
  cancelChance: list(number(0, 1), 12),
  schoolDays: (value, path) => list(day, MOST.days)(value, path).sort(),
  halfTerms: list(days, MOST.halfTerms),
  windows: list(
    range(record({ key: text, words: text, phases: orNull(list(text, 100)), from: day, to: day })),
    100,
  ),
  regions: unique(
    list(record({ id: text, name: text, wanted: number(0, 100_000) }), 500),
    'id',
    ({ id }) => id,
  ),
  visitors: unique(
    list(
      record({
        id: text,
        name: text,
        regionIds: list(text, 500),
        base: record({ easting: METRES, northing: METRES }),
        weekdays,
        perDay: whole(0, 6),
        perWeek: whole(0, 42),
        perHalfTerm: whole(0, 200),
        away: list(days, 500),
      }),
      MOST.visitors,
    ),
    'id',
    ({ id }) => id,
  ),
  schools: unique(
    list(
      record({
        urn: whole(1, 999_999_999),
        name: text,
        regionId: text,
        phase: text,
        fsmPercent: orNull(number(0, 100)),
        easting: orNull(METRES),
        northing: orNull(METRES),
        lastVisitedOn: orNull(day),
        dueOn: orNull(day),
        state: oneOf(VISIT_STATES),
        band: oneOf<PlanBand>([1, 2, 3]),
        score: number(0, 100),
        notOnWeekdays: weekdays,
        prefersWeekdays: weekdays,
        unavailable: list(range(record({ from: day, to: day, why: text })), 500),
        snoozed: optional(record({ until: day, by: text, why: text })),
        closesOn: optional(day),
      }),
      MOST.schools,
    ),
    'urn',
    ({ urn }) => urn,
  ),
  held: list(record(fixed), MOST.visits),
  booked: list(record({ ...fixed, status: optional(text) }), MOST.visits),
  kept: (value, path) =>
    optional(list(record({ date: day, visitorId: text }), MOST.visits))(value, path) ?? [],
  locked: (value, path) => optional(lines)(value, path) ?? [],
  previous: (value, path) => optional(lines)(value, path) ?? [],
};

/**
 * What a problem file says. Fields that it need not have are filled; others than these are passed by.
 *
 * @throws UnreadablePlanFile with the field that is missing, of a wrong kind or contradicts another
 */
export function readPlanProblem(value: unknown): PlanProblem {
  const problem = record(fields)(value, '');
  problem.halfTerms.forEach(({ from }, i) => {
    const before = problem.halfTerms[i - 1];
    if (before && from <= before.to) {
      throw new UnreadablePlanFile(`halfTerms[${i}].from`, 'It lies before the end of the last.');
    }
  });
  const regions = new Set(problem.regions.map(({ id }) => id));
  const known = (id: string, path: string) => {
    if (!regions.has(id)) throw new UnreadablePlanFile(path, `“${id}” is no region of the file.`);
  };
  problem.schools.forEach(({ regionId }, i) => known(regionId, `schools[${i}].regionId`));
  problem.visitors.forEach(({ regionIds }, v) =>
    regionIds.forEach((id, i) => known(id, `visitors[${v}].regionIds[${i}]`)),
  );
  const visitors = new Set(problem.visitors.map(({ id }) => id));
  const locked = new Set<number>();
  problem.locked?.forEach(({ urn, visitorId }, i) => {
    if (!visitors.has(visitorId)) {
      throw new UnreadablePlanFile(`locked[${i}].visitorId`, `“${visitorId}” is no visitor.`);
    }
    if (locked.has(urn))
      throw new UnreadablePlanFile(`locked[${i}].urn`, `“${urn}” is there twice.`);
    locked.add(urn);
  });
  return problem;
}

/** The lines of a plan file: a list of them, or what a whole plan says of its visits. @throws UnreadablePlanFile */
export function readPlanLines(value: unknown): PlanLine[] {
  if (Array.isArray(value)) return list(line, MOST.visits)(value, 'plan');
  return record({ visits: list(line, MOST.visits) })(value, '').visits;
}
