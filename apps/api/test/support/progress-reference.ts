import type { Day } from '@tracker/domain';
import { ancestorsOf, apportion, inScopeOn, pad, threeYearsAfter, yearOf } from './plain-rules';
import type { World, WorldSchool, WorldVisit } from './progress-world';

/** What progress should say, and which records each number counts. */
export interface Expected {
  year: string;
  asOf: Day;
  /** By the path of the number in the answer; ids. */
  lists: Map<string, string[]>;
  /** Keys of the groups by the path of their list, in no order. */
  groups: Record<'byRegion' | 'byDistrict' | 'byPhase' | 'byEstablishmentType', (string | null)[]>;
  backlog: { day: Day; schools: number }[];
  visitsUpTo: (day: Day) => number;
  bookedUpTo: (day: Day) => number;
  /** Of each reason, alike but for capitals and spaces, the visits. */
  reasons: Map<string, string[]>;
  target: number;
  surveysTarget: number;
  regionTargets: Map<string, { visits: number; surveys: number }>;
  reachedOn: Day | null;
}

export interface Asked {
  academicYear?: string | undefined;
  regionId?: string | undefined;
  asOf?: Day | undefined;
}

const BANDS: [string, number][] = [
  ['under-10', 10],
  ['10-20', 20],
  ['20-30', 30],
  ['30-40', 40],
  ['40-and-over', 1000],
];

/** The slow and obvious way: every school and every visit is looked at for every number. */
export function reference(world: World, asked: Asked): Expected {
  const { today, schools, visits } = world;
  const day = asked.asOf !== undefined && asked.asOf <= today ? asked.asOf : undefined;
  const year = asked.academicYear ?? yearOf(day ?? today);
  const start = Number(year.slice(0, 4));
  const [opensOn, closesOn] = [`${start}-09-01`, `${start + 1}-08-31`];
  let asOf = day ?? today;
  if (day === undefined && asked.asOf === undefined && closesOn < today) asOf = closesOn;
  const cycleStart = start - ((((start - 2024) % 3) + 3) % 3);
  const [cycleFrom, cycleTo] = [`${cycleStart}-09-01`, `${cycleStart + 3}-08-31`];

  const counts = ({ status, kind }: WorldVisit) =>
    status === 'completed' && !world.kindsNotCounting.includes(kind);
  const daysOf = (school: WorldSchool, until: Day): Day[] => {
    const family = [school, ...ancestorsOf(world, school)].map(({ id }) => id);
    return visits
      .filter((visit) => counts(visit) && family.includes(visit.schoolId))
      .map(({ visitedOn }) => visitedOn as Day)
      .filter((on) => on <= until);
  };
  const scopeOn = (school: WorldSchool, on: Day) => inScopeOn(school, on, today);
  const notVisited = (school: WorldSchool, on: Day) =>
    !daysOf(school, on).some((visited) => on <= threeYearsAfter(visited));
  const stands = ({ status, scheduledOn, recordedOn }: WorldVisit) =>
    (status === 'scheduled' || status === 'confirmed') &&
    (scheduledOn as Day) >= asOf &&
    (asOf === today || recordedOn <= asOf);
  const isBooked = ({ id }: WorldSchool) =>
    visits.some((visit) => visit.schoolId === id && stands(visit));

  const here = schools.filter(
    ({ regionId }) => asked.regionId === undefined || regionId === asked.regionId,
  );
  const scoped = here.filter((school) => scopeOn(school, asOf));
  const atHere = visits.filter(({ schoolId }) => here.some(({ id }) => id === schoolId));
  const inYear = (on: Day | null) => on !== null && on >= opensOn && on <= closesOn && on <= asOf;
  const yearVisits = atHere.filter((visit) => counts(visit) && inYear(visit.visitedOn));
  const schoolOf = ({ schoolId }: WorldVisit) =>
    schools.find(({ id }) => id === schoolId) as WorldSchool;

  const lists = new Map<string, string[]>();
  const put = (path: string, isIn: (school: WorldSchool) => boolean): void => {
    const of = scoped.filter(isIn);
    const visited = yearVisits.filter((visit) => isIn(schoolOf(visit)));
    const covered = of.filter((school) =>
      daysOf(school, asOf).some((on) => on >= cycleFrom && on <= cycleTo),
    );
    const open = of.filter((school) => !covered.includes(school));
    const add = (name: string, records: { id: string }[]) =>
      lists.set(`${path}.${name}`, records.map(({ id }) => id).sort());
    add('schoolsInScope', of);
    add('visits', visited);
    add(
      'schoolsVisited',
      of.filter((school) => daysOf(school, asOf).some(inYear)),
    );
    add('covered', covered);
    add('booked', open.filter(isBooked));
    add(
      'neither',
      open.filter((school) => !isBooked(school)),
    );
    add(
      'notVisitedInThreeYears',
      of.filter((school) => notVisited(school, asOf)),
    );
    add(
      'surveys',
      visited.filter(({ survey }) => survey === 'handed in' || survey === 'gone through'),
    );
  };
  put('lists', () => true);
  const keysOf = (keyOf: (school: WorldSchool) => string | null) => [
    ...new Set([...scoped, ...yearVisits.map(schoolOf)].map(keyOf)),
  ];
  const putAll = (
    path: string,
    keys: (string | null)[],
    keyOf: (s: WorldSchool) => string | null,
  ) => {
    for (const key of keys) put(`${path}.${key}`, (school) => keyOf(school) === key);
    return keys;
  };
  const regionIds = world.regions
    .map(({ id }) => id)
    .filter((id) => asked.regionId === undefined || id === asked.regionId);
  const noRegion = keysOf(({ regionId }) => regionId).filter((key) => key === null);
  const groups = {
    byRegion: putAll('byRegion', [...regionIds, ...noRegion], ({ regionId }) => regionId),
    byDistrict: putAll(
      'byDistrict',
      keysOf((s) => s.district),
      (s) => s.district,
    ),
    byPhase: putAll(
      'byPhase',
      keysOf((s) => s.phase),
      (s) => s.phase,
    ),
    byEstablishmentType: putAll(
      'byEstablishmentType',
      keysOf((s) => s.type),
      (s) => s.type,
    ),
  };
  putAll('byFsmBand', [...BANDS.map(([band]) => band), 'not-known'], ({ fsm }) =>
    fsm === null ? 'not-known' : (BANDS.find(([, below]) => fsm < below)?.[0] ?? null),
  );

  const ended = (path: string, isIn: (visit: WorldVisit) => boolean) =>
    lists.set(
      `outcomes.${path}`,
      atHere
        .filter(isIn)
        .map(({ id }) => id)
        .sort(),
    );
  const on = ({ visitedOn, scheduledOn }: WorldVisit) => visitedOn ?? scheduledOn;
  ended('held', (v) => v.status === 'completed' && inYear(on(v)));
  for (const by of ['school', 'hub'] as const) {
    ended(
      by === 'school' ? 'cancelledBySchool' : 'cancelledByHub',
      (v) => v.status === 'cancelled' && v.cancelledBy === by && inYear(on(v)),
    );
  }
  ended('notHeld', (v) => v.status === 'not_held' && inYear(on(v)));
  ended(
    'unlogged',
    (v) =>
      (v.status === 'scheduled' || v.status === 'confirmed') &&
      inYear(v.scheduledOn) &&
      v.scheduledOn !== asOf,
  );
  const reasons = new Map<string, string[]>();
  for (const visit of atHere) {
    const outcome =
      visit.status === 'cancelled' ? `cancelled_by_${visit.cancelledBy}` : visit.status;
    if (visit.status === 'cancelled' && visit.cancelledBy === null) continue;
    // What was written of a void visit is kept, and counted nowhere.
    if (visit.status === 'void') continue;
    const words = visit.reason?.toLowerCase().split(' ').filter(Boolean).join(' ');
    if (!words || !inYear(on(visit))) continue;
    const key = `${outcome}: ${words}`;
    reasons.set(key, [...(reasons.get(key) ?? []), visit.id].sort());
  }

  const months = Array.from({ length: 12 }, (_, at) =>
    at < 4 ? `${start}-${pad(at + 9)}-01` : `${start + 1}-${pad(at - 3)}-01`,
  );
  const backlog = [...months.filter((month) => month < asOf), asOf].map((on) => ({
    day: on,
    schools: here.filter((school) => scopeOn(school, on) && notVisited(school, on)).length,
  }));

  const set = world.targets.filter((one) => one.year === year).at(-1);
  const aim = set ?? { visits: 180, surveys: 180, byHand: [] };
  const weights = world.regions.map(({ id }) => {
    const of = schools.filter((s) => s.regionId === id && scopeOn(s, opensOn));
    const due = (s: WorldSchool) =>
      !daysOf(s, opensOn).some((visited) => threeYearsAfter(visited) > closesOn);
    return { id, schools: of.length, toVisit: of.filter(due).length };
  });
  const split = {
    visits: apportion(aim.visits, weights, aim.byHand),
    surveys: apportion(aim.surveys, weights, aim.byHand),
  };
  const regionTargets = new Map(
    world.regions.map(({ id }) => [
      id,
      { visits: split.visits.get(id) ?? NaN, surveys: split.surveys.get(id) ?? NaN },
    ]),
  );
  const own = asked.regionId === undefined ? aim : regionTargets.get(asked.regionId);
  const target = own?.visits ?? NaN;
  const inOrder = yearVisits.map(({ visitedOn }) => visitedOn as Day).sort();
  return {
    ...{ year, asOf, lists, groups, backlog, reasons, target, regionTargets },
    surveysTarget: own?.surveys ?? NaN,
    reachedOn: target > 0 ? (inOrder[target - 1] ?? null) : null,
    visitsUpTo: (until) => inOrder.filter((each) => each <= until).length,
    bookedUpTo: (until) =>
      atHere.filter(
        (visit) =>
          stands(visit) &&
          !world.kindsNotCounting.includes(visit.kind) &&
          (visit.scheduledOn as Day) >= opensOn &&
          (visit.scheduledOn as Day) <= closesOn &&
          (visit.scheduledOn as Day) <= until,
      ).length,
  };
}
