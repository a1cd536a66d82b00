import type { GridPlace, PlanProblem, PlanSchool } from './problem';

/** The National Grid ends here, in metres. */
const GRID = { easting: 700_000, northing: 1_300_000 };

/** Null where none is known, and where it lies outside Great Britain. */
export function knownPlace({
  easting,
  northing,
}: Pick<PlanSchool, 'easting' | 'northing'>): GridPlace | null {
  if (easting === null || northing === null) return null;
  const isInside =
    easting > 0 && easting <= GRID.easting && northing > 0 && northing <= GRID.northing;
  return isInside ? { easting, northing } : null;
}

export const middleOf = (places: readonly GridPlace[]): GridPlace | null =>
  places.length === 0
    ? null
    : {
        easting: places.reduce((sum, { easting }) => sum + easting, 0) / places.length,
        northing: places.reduce((sum, { northing }) => sum + northing, 0) / places.length,
      };

/**
 * P4: where every school counts as being, by URN. One without a place is taken to be in the middle of its
 * region's schools; where none of these has one, in the middle of all schools, and then of the visitors' starts.
 */
export function placesOf(problem: PlanProblem): Map<number, GridPlace> {
  const known = problem.schools.flatMap((school) => {
    const place = knownPlace(school);
    return place ? [{ regionId: school.regionId, place }] : [];
  });
  const everywhere = middleOf(known.map(({ place }) => place)) ??
    middleOf(problem.visitors.map(({ base }) => base)) ?? { easting: 0, northing: 0 };
  const middles = new Map<string, GridPlace>();
  for (const id of new Set(problem.schools.map(({ regionId }) => regionId))) {
    const own = known.filter(({ regionId }) => regionId === id).map(({ place }) => place);
    middles.set(id, middleOf(own) ?? everywhere);
  }
  return new Map(
    problem.schools.map((school) => [
      school.urn,
      knownPlace(school) ?? middles.get(school.regionId) ?? everywhere,
    ]),
  );
}

/** Kilometres of road between two places: as the crow flies times the road factor. */
export const kmBetween = (a: GridPlace, b: GridPlace, roadFactor: number): number =>
  (Math.hypot(a.easting - b.easting, a.northing - b.northing) / 1000) * roadFactor;

/** Every order of so many stops is weighed; more are only ever booked by people. */
const MOST_STOPS = 9;

/**
 * P4: kilometres of a day's way from `base` round the stops in the shortest order and back.
 *
 * @param between kilometres between two of the stops, by their place in the list
 * @param fromBase kilometres from the base to each stop
 */
export function shortestWay(
  fromBase: ArrayLike<number>,
  between: (a: number, b: number) => number,
): number {
  const stops = fromBase.length;
  if (stops === 0) return 0;
  if (stops === 1) return 2 * fromBase[0]!;
  if (stops === 2) return fromBase[0]! + between(0, 1) + fromBase[1]!;
  if (stops > MOST_STOPS) return nearestFirst(fromBase, between);
  // Held and Karp: the shortest way that has been to a set of stops and stands at one of them.
  const sets = 1 << stops;
  const best = new Float64Array(sets * stops).fill(Infinity);
  for (let s = 0; s < stops; s += 1) best[(1 << s) * stops + s] = fromBase[s]!;
  for (let set = 1; set < sets; set += 1) {
    for (let at = 0; at < stops; at += 1) {
      const km = best[set * stops + at]!;
      if (km === Infinity) continue;
      for (let next = 0; next < stops; next += 1) {
        if (set & (1 << next)) continue;
        const to = (set | (1 << next)) * stops + next;
        const sum = km + between(at, next);
        if (sum < best[to]!) best[to] = sum;
      }
    }
  }
  let shortest = Infinity;
  for (let at = 0; at < stops; at += 1) {
    shortest = Math.min(shortest, best[(sets - 1) * stops + at]! + fromBase[at]!);
  }
  return shortest;
}

/** Kilometres of the way that always goes to the nearest next: for days that nobody could plan. */
function nearestFirst(
  fromBase: ArrayLike<number>,
  between: (a: number, b: number) => number,
): number {
  const left = new Set(Array.from(fromBase, (_, stop) => stop));
  let at = -1;
  let km = 0;
  while (left.size > 0) {
    const gap = (stop: number) => (at === -1 ? fromBase[stop]! : between(at, stop));
    const next = [...left].reduce((best, stop) => (gap(stop) < gap(best) ? stop : best));
    km += gap(next);
    left.delete(next);
    at = next;
  }
  return km + fromBase[at]!;
}

/** Kilometres of a visitor's day. */
export function wayRound(base: GridPlace, stops: readonly GridPlace[], roadFactor: number): number {
  return shortestWay(
    stops.map((stop) => kmBetween(base, stop, roadFactor)),
    (a, b) => kmBetween(stops[a]!, stops[b]!, roadFactor),
  );
}
