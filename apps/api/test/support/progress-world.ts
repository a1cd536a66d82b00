import { randomUUID } from 'node:crypto';
import type { SaveTarget } from '@tracker/contract';
import type { Day, SchoolStatus, VisitKind, VisitStatus, VoidableStatus } from '@tracker/domain';
import fc from 'fast-check';

export interface WorldSchool {
  id: string;
  urn: number;
  regionId: string | null;
  district: string | null;
  phase: string | null;
  type: string | null;
  fsm: number | null;
  status: SchoolStatus;
  openedOn: Day | null;
  closedOn: Day | null;
}

export interface WorldVisit {
  id: string;
  schoolId: string;
  kind: VisitKind;
  status: VisitStatus;
  /** What a void visit was before. */
  voidedFrom: VoidableStatus | null;
  scheduledOn: Day | null;
  visitedOn: Day | null;
  cancelledBy: 'school' | 'hub' | null;
  reason: string | null;
  survey: 'none' | 'draft' | 'handed in' | 'gone through';
  /** Shortly before the end of this day in London it was put on record. */
  recordedOn: Day;
}

/** Everything that progress is counted from. */
export interface World {
  today: Day;
  /** By name. */
  regions: { id: string; name: string }[];
  schools: WorldSchool[];
  links: { predecessor: number; successor: number }[];
  visits: WorldVisit[];
  kindsNotCounting: VisitKind[];
  /** In the order in which they were saved. */
  targets: { year: string; visits: number; surveys: number; byHand: [string, number][] }[];
}

export const YEARS = ['2021-22', '2022-23', '2023-24', '2024-25', '2025-26', '2026-27'];

/** First and last days of years and terms, half term, clock changes, leap days and three years from them. */
const EDGES: Day[] = [
  ...['2020-02-29', '2021-02-28', '2021-03-01', '2021-08-31', '2021-09-01', '2021-11-20'],
  ...['2023-02-28', '2023-03-01', '2023-08-31', '2023-09-01', '2024-02-28', '2024-02-29'],
  ...['2024-03-01', '2024-03-31', '2024-08-31', '2024-09-01', '2024-09-02', '2024-10-27'],
  ...['2024-10-28', '2024-11-19', '2024-11-20', '2024-11-21', '2025-03-30', '2025-08-31'],
  ...['2025-09-01', '2026-08-31', '2027-02-28', '2027-03-01', '2027-08-31', '2027-09-01'],
];
/** Days on which, or on whose eve, three years are over on a day that is counted as of. */
const THREE_YEARS_BEFORE: Day[] = [
  ...['2020-02-28', '2020-02-29', '2021-02-27', '2021-02-28', '2021-03-01', '2021-08-31'],
  ...['2021-09-01', '2021-09-30', '2021-10-01', '2021-11-19', '2021-11-20', '2022-08-31'],
];
const inYear = fc
  .tuple(fc.constantFrom(2021, 2022, 2023, 2024, 2024, 2024, 2025), fc.nat(364))
  .map(([year, offset]) =>
    new Date(Date.UTC(year, 8, 1) + offset * 86_400_000).toISOString().slice(0, 10),
  );
/** Few, so that visits, closings and what is asked for often meet on one day. */
const NEAR: Day[] = [
  ...['2023-09-01', '2024-02-29', '2024-03-31', '2024-08-31', '2024-09-01', '2024-09-02'],
  ...['2024-10-27', '2024-10-28', '2024-11-19', '2024-11-20', '2024-11-21', '2025-03-30'],
];
export const anyDay = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NEAR) },
  { weight: 1, arbitrary: fc.constantFrom(...EDGES) },
  { weight: 1, arbitrary: inYear },
);
const visitDay = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...THREE_YEARS_BEFORE) },
  { weight: 3, arbitrary: anyDay },
);
/** The ends of months and years, and days that are counted as of. */
const lastDay = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['2023-08-31', '2024-08-31', '2024-11-01', '2024-11-20', '2025-02-01', '2025-08-31'],
    ),
  },
  { weight: 2, arbitrary: anyDay },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });

const REASONS = ['Inspection', ' inspection ', 'INSPECTION  day', 'inspection day', 'Ill', ''];
export const REGIONS = ['East', 'North', 'West'];

const school = fc.record({
  region: maybe(fc.constantFrom(0, 0, 1)),
  district: maybe(fc.constantFrom('Eastmarsh', 'Westmarsh')),
  phase: maybe(fc.constantFrom('Primary', 'Secondary')),
  type: fc.constantFrom(
    ...['Community school', 'Community school', 'Academy converter', 'Academy converter'],
    ...['Other independent school', null],
  ),
  fsm: maybe(fc.constantFrom(0, 9.9, 10, 19.9, 20, 29.9, 39.9, 40, 100)),
  status: fc.constantFrom<SchoolStatus>('open', 'open', 'closing', 'closed', 'closed', 'proposed'),
  openedOn: fc.option(lastDay, { nil: null, freq: 1 }),
  closedOn: maybe(lastDay),
});

const visit = fc.record({
  school: fc.nat(20),
  kind: fc.constantFrom<VisitKind>('cycle', 'cycle', 'follow_up', 'other'),
  status: fc.constantFrom<VisitStatus>(
    ...(['completed', 'completed', 'completed', 'scheduled', 'confirmed'] as const),
    ...(['proposed', 'cancelled', 'not_held', 'void', 'void'] as const),
  ),
  voidedFrom: fc.constantFrom<VoidableStatus>('completed', 'completed', 'cancelled', 'not_held'),
  scheduledOn: fc.oneof(fc.constant('2024-11-20'), anyDay, anyDay),
  hasDay: fc.boolean(),
  visitedOn: visitDay,
  cancelledBy: maybe(fc.constantFrom<'school' | 'hub'>('school', 'hub')),
  reason: fc.constantFrom(...REASONS, null),
  recordedOn: fc.oneof(fc.constant('2020-01-01'), anyDay),
  survey: fc.constantFrom<WorldVisit['survey']>('none', 'draft', 'handed in', 'gone through'),
});

/** A school that closed after a visit, and the one that followed it without a visit of its own. */
const conversion = fc.record({
  closedOn: lastDay,
  visitedOn: fc.oneof(anyDay, visitDay),
  bookedOn: maybe(fc.constantFrom(...NEAR)),
});

const target = fc.record({
  year: fc.constantFrom(...YEARS),
  visits: fc.constantFrom(0, 1, 2, 7, 180),
  surveys: fc.constantFrom(0, 3, 180),
  byHand: fc.uniqueArray(fc.tuple(fc.nat(2), fc.nat(6)), { selector: ([at]) => at, maxLength: 2 }),
});

const plan = fc.record({
  today: fc.oneof(
    fc.constantFrom('2024-11-20', '2024-11-20', '2024-11-20', '2024-08-31', '2025-09-01'),
    anyDay,
  ),
  schools: fc.array(school, { minLength: 1, maxLength: 7 }),
  links: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 6 }),
  visits: fc.oneof(
    fc.array(visit, { maxLength: 10 }),
    fc.array(visit, { minLength: 8, maxLength: 24 }),
  ),
  conversion: fc.option(conversion, { nil: null }),
  kindsNotCounting: fc.constantFrom<VisitKind[]>([], [], ['other'], ['other', 'follow_up']),
  targets: fc.array(target, { maxLength: 3 }),
});

/** A random hub. @param regionIds of `REGIONS` */
export const worlds = (regionIds: () => string[]): fc.Arbitrary<World> =>
  plan.map(({ today, kindsNotCounting, ...given }) => {
    const ids = regionIds();
    const idAt = (at: number) => ids[at] as string;
    const schools = given.schools.map(({ region, ...rest }, at) => ({
      ...rest,
      ...{ id: randomUUID(), urn: 200_001 + at },
      regionId: region === null ? null : idAt(region),
    }));
    const schoolAt = (at: number) => schools[at % schools.length] as WorldSchool;
    const pairs = given.links
      .map(([from, to]) => ({ predecessor: schoolAt(from).urn, successor: schoolAt(to).urn }))
      .filter(({ predecessor, successor }) => predecessor !== successor);
    const links = [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()];
    const visits = given.visits.map(({ school: at, hasDay, ...rest }) => {
      const isVoid = rest.status === 'void';
      // What was written of it stays with a void visit.
      const was = isVoid ? rest.voidedFrom : rest.status;
      const agreed = rest.status === 'scheduled' || rest.status === 'confirmed';
      return {
        ...rest,
        ...{ id: randomUUID(), schoolId: schoolAt(at).id },
        scheduledOn: agreed || hasDay ? rest.scheduledOn : null,
        voidedFrom: isVoid ? rest.voidedFrom : null,
        visitedOn: was === 'completed' ? rest.visitedOn : null,
        cancelledBy: was === 'cancelled' ? rest.cancelledBy : null,
        reason: was === 'cancelled' || was === 'not_held' ? rest.reason : null,
      };
    });
    const targets = given.targets.map(({ byHand, ...rest }) => ({
      ...rest,
      byHand: byHand.map(([region, aim]): [string, number] => [idAt(region), aim]),
    }));
    const regions = REGIONS.map((name, region) => ({ id: idAt(region), name }));
    if (given.conversion) addConversion({ schools, links, visits }, given.conversion);
    return { today, regions, schools, links, visits, kindsNotCounting, targets };
  });

function addConversion(
  { schools, links, visits }: Pick<World, 'schools' | 'links' | 'visits'>,
  {
    closedOn,
    visitedOn,
    bookedOn,
  }: { closedOn: Day | null; visitedOn: Day | null; bookedOn: Day | null },
): void {
  const state = {
    regionId: null,
    district: 'Eastmarsh',
    phase: 'Primary',
    fsm: 12,
    openedOn: null,
  };
  const before: WorldSchool = {
    ...{ ...state, id: randomUUID(), urn: 300_001, type: 'Community school' },
    ...{ status: 'closed', closedOn },
  };
  const after: WorldSchool = {
    ...{ ...state, id: randomUUID(), urn: 300_002, type: 'Academy converter' },
    ...{ status: 'open', closedOn: null },
  };
  schools.push(before, after);
  links.push({ predecessor: before.urn, successor: after.urn });
  const visit = {
    kind: 'cycle',
    voidedFrom: null,
    cancelledBy: null,
    reason: null,
    survey: 'none',
  } as const;
  const recorded = { ...visit, recordedOn: '2020-01-01' };
  visits.push({
    ...{ ...recorded, id: randomUUID(), schoolId: before.id, status: 'completed' },
    ...{ scheduledOn: null, visitedOn },
  });
  if (bookedOn === null) return;
  visits.push({
    ...{ ...recorded, id: randomUUID(), schoolId: after.id, status: 'scheduled' },
    ...{ scheduledOn: bookedOn, visitedOn: null },
  });
}

/** What is saved of a target of the world, from the version before it. */
export const asSaved = (
  { visits, surveys, byHand }: World['targets'][number],
  version: number,
): SaveTarget => ({
  ...{ version, visits, surveys },
  regions: byHand.map(([regionId, aim]) => ({ regionId, visits: aim, surveys: aim })),
});
