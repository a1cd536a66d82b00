import type { Target, TargetChange } from '@tracker/contract';
import type { RegionEntity } from '@tracker/data';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
let north: RegionEntity;
let south: RegionEntity;

beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  head = await api.as(await api.hub.user('head', [], 'Robin Vale'));
  north = await api.hub.region('North');
  south = await api.hub.region('South');
  for (const region of [north, north, south]) await api.hub.school({ regionId: region.id });
  const visited = await api.hub.school({ regionId: south.id });
  await api.hub.completedVisit(visited.id, '2023-10-04');
}, 30_000);
afterAll(() => api.stop());

const targetOf = async (year: string): Promise<Target> =>
  (await head.get(`/api/targets/${year}`).expect(200)).body;
const save = (year: string, body: object) => head.put(`/api/targets/${year}`).send(body);
const shares = ({ regions }: Target) => regions.map(({ visits, surveys }) => [visits, surveys]);

it("a year for which nothing is set has the hub's default, split by schools to visit", async () => {
  expect(await targetOf('2024-25')).toEqual({
    ...{ academicYear: '2024-25', version: 0, visits: 180, surveys: 180 },
    regions: [
      {
        ...{ regionId: north.id, regionName: 'North', visits: 120, surveys: 120 },
        ...{ setByHand: false, schoolsToVisit: 2, schoolsInScope: 2 },
      },
      {
        ...{ regionId: south.id, regionName: 'South', visits: 60, surveys: 60 },
        ...{ setByHand: false, schoolsToVisit: 1, schoolsInScope: 2 },
      },
    ],
    sum: { visits: 180, surveys: 180 },
  });
});

it('a share set by hand stays, the others get the rest, and each change is kept', async () => {
  const byHand = { regionId: south.id, visits: 100, surveys: 90 };
  const first = await save('2025-26', { version: 0, visits: 170, surveys: 160, regions: [byHand] });
  expect(first.status).toBe(200);
  expect([first.body.version, shares(first.body), first.body.sum]).toEqual([
    1,
    [
      [70, 70],
      [100, 90],
    ],
    { visits: 170, surveys: 160 },
  ]);
  const { body } = await save('2025-26', {
    version: 1,
    visits: 60,
    surveys: 60,
    regions: [byHand],
  });
  expect([body.version, shares(body), body.sum]).toEqual([
    2,
    [
      [0, 0],
      [100, 90],
    ],
    { visits: 100, surveys: 90 },
  ]);
  // Nothing has changed, so there is nothing to keep.
  const again = await save('2025-26', { version: 2, visits: 60, surveys: 60, regions: [byHand] });
  expect(again.body.version).toBe(2);
  const history: TargetChange[] = (await head.get('/api/targets/2025-26/history')).body;
  expect(history).toMatchObject([
    { visits: 60, surveys: 60, byName: 'Robin Vale' },
    { visits: 170, surveys: 160, regions: [{ ...byHand, regionName: 'South' }] },
  ]);
});

it('keeps the history of a region that is gone, whose share goes to the others', async () => {
  const gone = await api.hub.region('Gone');
  const regions = [{ regionId: gone.id, visits: 50, surveys: 50 }];
  await save('2026-27', { version: 0, visits: 180, surveys: 180, regions }).expect(200);
  await head.delete(`/api/regions/${gone.id}`).expect(200);
  expect((await targetOf('2026-27')).sum).toEqual({ visits: 180, surveys: 180 });
  const { body } = await head.get('/api/targets/2026-27/history').expect(200);
  expect(body[0].regions).toMatchObject([{ regionName: 'Gone', visits: 50 }]);
});

it('the second of two is told, with the target as it is now', async () => {
  const body = { version: 0, visits: 190, surveys: 190, regions: [] };
  const both = await Promise.all([
    save('2027-28', body),
    save('2027-28', { ...body, visits: 200 }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const told = both.find(({ status }) => status === 409);
  expect(told?.body.current).toEqual(await targetOf('2027-28'));
  await save('2027-28', { ...body, version: 7 }).expect(409);
});

it("is what Today measures against, and the hub's default is not", async () => {
  const body = { version: 0, visits: 120, surveys: 100, regions: [] };
  await save('2024-25', body).expect(200);
  const { body: today } = await head.get('/api/today/summary').expect(200);
  expect(today.year.target).toBe(120);
  expect(today.cycle.slackInWords).toMatch(/^at 120 a year/);
  const { body: progress } = await head.get('/api/progress').expect(200);
  expect([progress.target, progress.surveys.target]).toEqual([120, 100]);
});

it('is split by who was to be visited as the year began, by visits that count', async () => {
  const { id: regionId } = await api.hub.region('Edge');
  await api.hub.otherDoesNotCount();
  const toVisit = async () =>
    (await targetOf('2024-25')).regions.find((region) => region.regionId === regionId)
      ?.schoolsToVisit;
  const cases: [string, number][] = [
    // Due in the year, and a day too late for that.
    ['2022-08-31', 1],
    ['2022-09-01', 1],
    // The year's first day takes its visits with it, and no other day of it does.
    ['2024-09-01', 1],
    ['2024-09-02', 2],
  ];
  for (const [day, schools] of cases) {
    const { id } = await api.hub.school({ regionId });
    await api.hub.completedVisit(id, day);
    expect([day, await toVisit()]).toEqual([day, schools]);
  }
  const { id } = await api.hub.school({ regionId });
  await api.hub.visitsNotCounting(id, '2024-05-01');
  expect(await toVisit()).toBe(3);
});

it.each([
  [{ visits: -1 }, 'visits', 'Visits: give a whole number from 0 to 100,000.'],
  [{ visits: 1.5 }, 'visits', 'Visits: give a whole number from 0 to 100,000.'],
  [{ surveys: 100_001 }, 'surveys', 'Surveys: give a whole number from 0 to 100,000.'],
  [{ regions: 5 }, 'regions', 'Regions are a list.'],
  [{ regions: [[]] }, 'regions', 'Each entry is an object.'],
  [
    { regions: [{ regionId: 'x', visits: 1, surveys: 1 }] },
    'regions.0.regionId',
    'The region is the id of a region.',
  ],
  [
    { regions: [{ regionId: '00000000-0000-4000-8000-000000000000', visits: 1, surveys: 1 }] },
    'regions.0.regionId',
    'The region is not on record.',
  ],
  [{ version: null }, 'version', 'Say which version of the target the change was made from.'],
  [{ visitors: 3 }, 'visitors', 'There is no field "visitors" here.'],
])('%j is refused by name', async (wrong, field, message) => {
  const right = { version: 0, visits: 180, surveys: 180, regions: [] };
  const { body } = await save('2021-22', { ...right, ...wrong }).expect(422);
  expect(body.errors).toEqual([{ field, message }]);
});

it('a region is named once', async () => {
  const region = { regionId: south.id, visits: 1, surveys: 1 };
  const body = { version: 0, visits: 9, surveys: 9, regions: [region, region] };
  const refused = await save('2021-22', body).expect(422);
  expect(refused.body.errors).toEqual([{ field: 'regions', message: 'Name each region once.' }]);
});

it.each(['2024', '2024-26', 'next'])('%s is no academic year', async (year) => {
  const { body } = await head.get(`/api/targets/${year}`).expect(400);
  const message = 'An academic year is written 2024-25.';
  expect(body.errors).toEqual([{ field: 'academicYear', message }]);
});
