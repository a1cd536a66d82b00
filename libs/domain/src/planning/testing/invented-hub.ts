import { addDays, type Day } from '../../day';
import { dueOnAfter, visitState, type VisitState } from '../../visit-state';
import type { PlanBand, PlanProblem, PlanSchool, PlanVisitor } from '../problem';
import { randomFrom } from '../random';
import { HALF_TERMS, SCHOOL_DAYS, WINDOWS } from './calendar-2024';

const NOTICE_DAYS = 14;

/** A school of the examples: due, in the only region, with nothing against any day. */
export function inventedSchool(school: Partial<PlanSchool> & { urn: number }): PlanSchool {
  return {
    ...{ name: `School ${school.urn}`, regionId: 'r1', phase: 'Primary', fsmPercent: 15 },
    ...{ easting: 520_000, northing: 212_000 },
    ...{ lastVisitedOn: '2021-03-14', dueOn: '2024-03-14', state: 'overdue', band: 1, score: 30 },
    ...{ notOnWeekdays: [], prefersWeekdays: [], unavailable: [] },
    ...school,
  };
}

export function inventedVisitor(visitor: Partial<PlanVisitor> & { id: string }): PlanVisitor {
  return {
    ...{ name: `Visitor ${visitor.id}`, regionIds: ['r1'] },
    ...{ base: { easting: 520_000, northing: 212_000 }, weekdays: [1, 2, 3, 4, 5] },
    ...{ perDay: 2, perWeek: 2, perHalfTerm: 3, away: [] },
    ...visitor,
  };
}

/** A problem of 2024-25, made on 2 September, with these schools and visitors and nothing held or booked. */
export function inventedProblem(problem: Partial<PlanProblem> = {}): PlanProblem {
  const asOf = problem.asOf ?? '2024-09-02';
  const regions = [...new Set((problem.schools ?? []).map(({ regionId }) => regionId))];
  return {
    format: 'visit-plan-problem/1',
    ...{ asOf, year: '2024-25' },
    horizon: { from: addDays(asOf, NOTICE_DAYS), to: SCHOOL_DAYS.at(-1)! },
    ...{ wanted: 180, minMonthsBetween: 24, roadFactor: 1.3 },
    cancelChance: Array.from({ length: 12 }, () => 0.1),
    ...{ schoolDays: SCHOOL_DAYS, halfTerms: HALF_TERMS, windows: WINDOWS },
    regions: regions.map((id) => ({ id, name: `Region ${id}`, wanted: 0 })),
    ...{ visitors: [inventedVisitor({ id: 'v1' })], schools: [] },
    ...{ held: [], booked: [] },
    ...problem,
  };
}

export interface InventedHub {
  seed: number;
  schools: number;
  regions?: number;
  visitorsARegion?: number;
  perHalfTerm?: number;
  wanted?: number;
  asOf?: Day;
  /** How many schools are booked already. */
  booked?: number;
}

const PHASES = [
  ...Array.from({ length: 7 }, () => 'Primary'),
  ...['Nursery', 'Secondary', 'Secondary', 'Special or alternative'],
];

/** A hub of invented schools, people and pasts; the same settings make the same hub. */
export function inventedHub(hub: InventedHub): PlanProblem {
  const random = randomFrom(hub.seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const regions = hub.regions ?? 2;
  const asOf = hub.asOf ?? '2024-09-02';
  const place = (region: number) => ({
    easting: 500_000 + region * 18_000 + below(18_000),
    northing: 200_000 + below(22_000),
  });
  const schools = Array.from({ length: hub.schools }, (_, i): PlanSchool => {
    const region = i % regions;
    const lastVisitedOn = random() < 0.06 ? null : addDays(asOf, -45 - below(1700));
    const dueOn = lastVisitedOn === null ? null : dueOnAfter(lastVisitedOn);
    const state = visitState(lastVisitedOn, asOf);
    const day = pick(SCHOOL_DAYS);
    const building = pick(SCHOOL_DAYS);
    return {
      urn: 100_001 + i,
      name: `Invented School ${i + 1}`,
      ...{ regionId: `r${region + 1}`, phase: pick(PHASES), fsmPercent: below(50) },
      ...(random() < 0.02 ? { easting: null, northing: null } : place(region)),
      ...{ lastVisitedOn, dueOn, state, band: BAND[state], score: below(900) / 10 },
      notOnWeekdays: random() < 0.15 ? [1 + below(5)] : [],
      prefersWeekdays: random() < 0.3 ? [1 + below(5)] : [],
      unavailable: [
        { from: day, to: day, why: 'staff training day' },
        ...(random() < 0.1
          ? [{ from: building, to: addDays(building, 30), why: 'building work' }]
          : []),
      ],
    };
  });
  const visitors = Array.from({ length: regions * (hub.visitorsARegion ?? 2) }, (_, i) => {
    const region = i % regions;
    const away = pick(SCHOOL_DAYS);
    return inventedVisitor({
      ...{ id: `v${i + 1}`, regionIds: [`r${region + 1}`], base: place(region) },
      weekdays: random() < 0.5 ? [1, 2, 3, 4, 5] : [1 + below(3), 4, 5],
      perHalfTerm: hub.perHalfTerm ?? 3,
      away: [{ from: away, to: addDays(away, 6) }],
    });
  });
  const problem = inventedProblem({ asOf, schools, visitors, wanted: hub.wanted ?? 180 });
  const dates = SCHOOL_DAYS.filter((day) => day >= problem.horizon.from).slice(0, 40);
  const booked = schools
    .filter(({ band }) => band === 1)
    .slice(0, dates.length === 0 ? 0 : (hub.booked ?? 0))
    .map(({ urn, regionId }, i) => ({
      ...{ urn, date: dates[(i * 7) % dates.length]!, status: 'confirmed' },
      visitorId: visitors.find(({ regionIds }) => regionIds.includes(regionId))?.id ?? null,
    }));
  return { ...problem, booked };
}

const BAND: Record<VisitState, PlanBand> = { never_visited: 1, overdue: 1, due: 2, on_track: 3 };
