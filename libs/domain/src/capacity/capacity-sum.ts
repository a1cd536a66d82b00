import type { Day } from '../day';
import { listInWords } from '../list-in-words';
import { roomInHalfTerm } from '../planning/coverage';
import { MinCostFlow } from '../planning/min-cost-flow';
import { modelOf } from '../planning/model';
import type { FixedVisit, PlanVisitor } from '../planning/problem';
import { plural } from '../plural';
import type { DayRange } from '../school-calendar';

/** A visitor as the sum sees them; where they start from is nothing to it. */
export type VisitorToSum = Omit<PlanVisitor, 'base' | 'name'>;

export interface CapacityToSum {
  /** Of the year, or of what is left of it; in order. */
  schoolDays: readonly Day[];
  /** Of the year. */
  halfTerms: readonly DayRange[];
  visitors: readonly VisitorToSum[];
  /** Visits that take places already; none where the whole year's places are asked for. */
  taken?: readonly FixedVisit[];
  /** Bookings that are needed in each region. */
  regions: readonly { id: string; needed: number }[];
}

/** Regions whose teams have fewer places than these regions together need. */
export interface ShortRegions {
  /** Several where visitors look after more than one of them. */
  regionIds: string[];
  by: number;
}

export interface CapacitySum {
  /** Visits that the visitors of a region can take; by their id, those without a region too, with 0. */
  places: number;
  needed: number;
  byVisitor: ReadonlyMap<string, number>;
  short: ShortRegions[];
}

/**
 * What the visitors can take beside what is needed, by the same rules as a plan: the days on which they visit and
 * are there, so many a day, a week and a half term. Windows and what schools say of their days are left aside.
 */
export function capacitySum({
  schoolDays,
  halfTerms,
  visitors,
  taken = [],
  regions,
}: CapacityToSum): CapacitySum {
  const byVisitor = new Map(visitors.map(({ id }) => [id, 0]));
  const [first, last] = [schoolDays[0], schoolDays.at(-1)];
  if (first !== undefined && last !== undefined) {
    const model = modelOf({
      format: 'visit-plan-problem/1',
      ...{ asOf: first, year: '', horizon: { from: first, to: last }, wanted: 0 },
      ...{ minMonthsBetween: 0, roadFactor: 1, cancelChance: [], windows: [], schools: [] },
      ...{ schoolDays, halfTerms, regions: [] },
      visitors: visitors.map((each) => ({ ...each, name: '', base: { easting: 0, northing: 0 } })),
      ...{ held: taken, booked: [] },
    });
    visitors.forEach(({ id, regionIds }, visitor) => {
      if (regionIds.length === 0) return;
      let places = 0;
      for (let t = 0; t < model.halfTerms; t += 1) places += roomInHalfTerm(model, visitor, t);
      byVisitor.set(id, places);
    });
  }
  return {
    places: [...byVisitor.values()].reduce((sum, places) => sum + places, 0),
    needed: regions.reduce((sum, { needed }) => sum + needed, 0),
    byVisitor,
    short: shortRegions({ visitors, regions }, byVisitor),
  };
}

/**
 * Places go to regions so that as few as can be are missing. Regions that lend each other a visitor are short
 * together: which of them goes without is for people to say.
 */
function shortRegions(
  { visitors, regions }: Pick<CapacityToSum, 'visitors' | 'regions'>,
  places: ReadonlyMap<string, number>,
): ShortRegions[] {
  const [source, sink] = [0, 1];
  const regionAt = new Map(regions.map(({ id }, i) => [id, 2 + i]));
  const flow = new MinCostFlow(2 + regions.length + visitors.length);
  const filled = regions.map(({ id, needed }) => flow.addEdge(regionAt.get(id)!, sink, needed, -1));
  const teams = visitors.map(({ id, regionIds }, v) => {
    const node = 2 + regions.length + v;
    flow.addEdge(source, node, places.get(id)!, 0);
    return regionIds.flatMap((regionId) => {
      const region = regionAt.get(regionId);
      if (region === undefined) return [];
      return [{ regionId, edge: flow.addEdge(node, region, places.get(id)!, 0) }];
    });
  });
  flow.run(source, sink, Infinity);
  const missing = new Map(
    regions.map(({ id, needed }, i) => [id, needed - flow.flowOn(filled[i]!)]),
  );
  /** The region, those that a visitor of its team gives places to, and so on. */
  const together = (id: string): Set<string> => {
    const found = new Set([id]);
    for (const regionId of found) {
      for (const team of teams) {
        if (!team.some((each) => each.regionId === regionId)) continue;
        for (const each of team) if (flow.flowOn(each.edge) > 0) found.add(each.regionId);
      }
    }
    return found;
  };
  const groups: Set<string>[] = [];
  for (const { id } of regions) {
    if (missing.get(id) === 0) continue;
    const group = together(id);
    const others = groups.filter((other) => [...other].some((one) => group.has(one)));
    for (const other of others) {
      groups.splice(groups.indexOf(other), 1);
      for (const one of other) group.add(one);
    }
    groups.push(group);
  }
  return groups.map((group) => ({
    regionIds: regions.map(({ id }) => id).filter((id) => group.has(id)),
    by: [...group].reduce((sum, id) => sum + missing.get(id)!, 0),
  }));
}

/** `216 places, 205 needed; West is 3 short.` */
export function capacitySumInWords(
  { places, needed, short }: Pick<CapacitySum, 'places' | 'needed' | 'short'>,
  nameOf: (regionId: string) => string,
): string {
  const shortages = short.map(({ regionIds, by }) => {
    const names = listInWords(regionIds.map(nameOf));
    return `${names} ${regionIds.length > 1 ? 'together are' : 'is'} ${by.toLocaleString('en-GB')} short`;
  });
  return `${[`${plural(places, 'place')}, ${needed.toLocaleString('en-GB')} needed`, ...shortages].join('; ')}.`;
}
