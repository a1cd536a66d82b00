import type { CountWithList, Progress, ProgressGroup } from '@tracker/contract';
import fc from 'fast-check';
import { schoolDays, TERMS } from './support/plain-rules';
import { type Asked, type Expected, reference } from './support/progress-reference';
import { anyDay, asSaved, REGIONS, type World, worlds, YEARS } from './support/progress-world';
import { SurveyScene } from './support/survey-scene';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';
import { writeWorld } from './support/write-world';

const RUNS = 36;
/** Of so many of the four answers for a hub the lists are opened, ... */
const LISTED = 2;
/** ... those of the whole and some of the others. */
const SAMPLE = 8;

let api: TestApi;
/** They take turns: one person may not ask so much in a minute. */
let heads: Agent[];
let turn = 0;
let versionId: string;
const regionIds: string[] = [];

beforeAll(async () => {
  api = await startTestApi();
  const users = await Promise.all([1, 2, 3, 4].map(() => api.hub.user('head')));
  heads = await Promise.all(users.map((user) => api.as(user)));
  for (const name of REGIONS) regionIds.push((await api.hub.region(name)).id);
  ({ versionId } = await new SurveyScene(api.dataSource).survey(true));
  for (const [year, { from, to, halfTerm }] of Object.entries(TERMS)) {
    const holidays = [{ name: 'Half term', from: halfTerm[0], to: halfTerm[1] }];
    await api.dataSource.query(
      'INSERT INTO school_years (year, first_day, last_day, holidays) VALUES ($1, $2, $3, $4)',
      [year, from, to, JSON.stringify(holidays)],
    );
  }
}, 30_000);
afterAll(() => api.stop());

const head = (): Agent => heads[turn++ % heads.length] as Agent;

const asked = fc.record({
  academicYear: fc.option(fc.constantFrom('2024-25', '2024-25', '2024-25', ...YEARS), {
    nil: undefined,
  }),
  region: fc.option(fc.nat(2), { nil: undefined, freq: 1 }),
  asOf: fc.option(anyDay, { nil: undefined, freq: 2 }),
  /** Counted as of the day for which a visit was agreed. */
  onDayOf: fc.option(fc.oneof(fc.constant(0), fc.nat()), { nil: undefined, freq: 2 }),
});

it('progress, coverage, backlog, every group and every list agree with the rows counted one by one', async () => {
  await fc.assert(
    fc.asyncProperty(
      worlds(() => regionIds),
      fc.array(asked, { minLength: 4, maxLength: 4 }),
      fc.nat(),
      async (world, queries, seed) => {
        await settle(world);
        for (const [at, { region, onDayOf, asOf, academicYear }] of queries.entries()) {
          const regionId = region === undefined ? undefined : (regionIds[region] as string);
          const what = { academicYear, asOf: agreedDay(world, onDayOf) ?? asOf, regionId };
          const progress = await compareFigures(world, what);
          if (at < LISTED) await compareLists(progress, reference(world, what), seed);
        }
      },
    ),
    // A failure is made smaller for some minutes at most.
    { numRuns: RUNS, interruptAfterTimeLimit: 240_000, markInterruptAsFailure: true },
  );
}, 300_000);

function agreedDay({ visits }: World, at: number | undefined): string | undefined {
  // The last first: it is that of the school which followed another.
  const agreed = visits.flatMap(({ scheduledOn }) => scheduledOn ?? []).reverse();
  return at === undefined ? undefined : agreed[at % (agreed.length || 1)];
}

/** The world becomes the hub's, the targets saved one after the other as people do. */
async function settle(world: World): Promise<void> {
  api.env.today = world.today;
  await writeWorld(api.dataSource, world, versionId);
  const versions = new Map<string, number>();
  for (const target of world.targets) {
    const version = versions.get(target.year) ?? 0;
    const { body } = await head()
      .put(`/api/targets/${target.year}`)
      .send(asSaved(target, version))
      .expect(200);
    versions.set(target.year, body.version);
  }
}

async function compareFigures(world: World, query: Asked): Promise<Progress> {
  const expected = reference(world, query);
  const { body: progress } = await head().get('/api/progress').query(query).expect(200);
  expectFigures(progress, expected);
  const counts = [...numbersOf(progress)].map(([path, { count }]) => [path, count]);
  const wanted = [...expected.lists].map(([path, ids]) => [path, ids.length]);
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(wanted));
  return progress;
}

async function compareLists(progress: Progress, expected: Expected, seed: number): Promise<void> {
  const lists = numbersOf(progress);
  const chosen = [...lists].filter(
    ([path], at) => /^(lists|outcomes)/.test(path) || (at * 7919 + seed) % lists.size < SAMPLE,
  );
  for (const [path, list] of chosen) {
    expect([path, list.filter, await idsOf(list)]).toEqual([
      path,
      list.filter,
      expected.lists.get(path),
    ]);
  }
  for (const points of [progress.backlog, progress.series]) {
    // A year to come has none.
    const made = points.flatMap(({ list }) => (list ? [list] : []));
    for (const list of made.slice(seed % (made.length || 1)).slice(0, 1)) {
      expect([list.filter, (await idsOf(list)).length]).toEqual([list.filter, list.count]);
    }
  }
  for (const { outcome, filter } of progress.outcomes.reasons) {
    const ids = expected.reasons.get(`${outcome}: ${filter['reason']}`);
    expect([filter, await idsOf({ resource: 'visits', filter })]).toEqual([filter, ids]);
  }
}

function expectFigures(progress: Progress, expected: Expected): void {
  const { year, asOf, target, regionTargets, reachedOn } = expected;
  const { gone, all } = schoolDays(year, asOf);
  const isAt = (aim: number) => (aim * gone) / all;
  const lengthOf = (path: string) => expected.lists.get(path)?.length ?? NaN;
  expect(progress).toMatchObject({
    ...{ academicYear: year, asOf, target, backlog: expected.backlog },
    visits: lengthOf('lists.visits'),
    schoolsCovered: lengthOf('lists.schoolsVisited'),
    surveys: { target: expected.surveysTarget, submitted: lengthOf('lists.surveys') },
    cycle: {
      schoolsInScope: lengthOf('lists.schoolsInScope'),
      schoolsCovered: lengthOf('lists.covered'),
      schoolsBooked: lengthOf('lists.booked'),
      schoolsNeither: lengthOf('lists.neither'),
    },
  });
  expect(Math.abs(progress.expectedByToday - isAt(target))).toBeLessThan(0.0501);
  if (reachedOn !== null) expect(progress.targetReachedOn).toBe(reachedOn);
  for (const { key, target, surveysTarget, expectedByToday } of progress.byRegion) {
    const aim = key === null ? { visits: 0, surveys: 0 } : regionTargets.get(key);
    expect([key, target, surveysTarget]).toEqual([key, aim?.visits, aim?.surveys]);
    expect(Math.abs(expectedByToday - isAt(target))).toBeLessThan(0.0501);
  }
  for (const { day, visits, withBooked } of progress.series) {
    const made = expected.visitsUpTo(day);
    expect([day, visits, withBooked]).toEqual([
      day,
      day <= asOf ? made : null,
      day >= asOf ? made + expected.bookedUpTo(day) : null,
    ]);
  }
  const reasons = progress.outcomes.reasons.map(({ outcome, filter, visits }) => [
    `${outcome}: ${filter['reason']}`,
    visits,
  ]);
  const wanted = [...expected.reasons].map(([key, ids]) => [key, ids.length]);
  expect(Object.fromEntries(reasons)).toEqual(Object.fromEntries(wanted));
}

/** Every number with its list, by the group it is of. */
function numbersOf(progress: Progress): Map<string, CountWithList> {
  const found = new Map<string, CountWithList>();
  const add = (path: string, counts: object) => {
    for (const [name, value] of Object.entries(counts)) {
      const isList = typeof value === 'object' && value !== null && 'resource' in value;
      if (isList) found.set(`${path}.${name}`, value as CountWithList);
    }
  };
  add('lists', progress.lists);
  add('outcomes', progress.outcomes);
  const { byRegion, byDistrict, byPhase, byEstablishmentType, byFsmBand } = progress;
  const groups = { byRegion, byDistrict, byPhase, byEstablishmentType, byFsmBand };
  for (const [path, of] of Object.entries(groups)) {
    for (const group of of as ProgressGroup[]) add(`${path}.${group.key}`, group);
  }
  return found;
}

/** The ids of a list, whose own account of its length must agree. */
async function idsOf({ resource, filter }: Pick<CountWithList, 'resource' | 'filter'>) {
  const answer = await head()
    .get(`/api/${resource}`)
    .query(listQuery({ filter, range: [0, 999] }))
    .expect(200);
  const ids = (answer.body as { id: string }[]).map(({ id }) => id);
  expect(Number(answer.headers['content-range']?.split('/')[1])).toBe(ids.length);
  return ids.sort();
}
