import type { Progress } from '@tracker/contract';
import type { RegionEntity } from '@tracker/data';
import { everyList, lengthOf } from './support/progress-lists';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2024-11-20';

let api: TestApi;
let manager: Agent;
let north: RegionEntity;
let empty: RegionEntity;

beforeAll(async () => {
  api = await startTestApi(TODAY);
  manager = await api.as(await api.hub.user('manager'));
  north = await api.hub.region('North');
  const south = await api.hub.region('South');
  empty = await api.hub.region('Without schools');
  await api.dataSource.query(`INSERT INTO school_years (year, first_day, last_day)
    VALUES ('2024-25', '2024-09-02', '2025-07-22'), ('2023-24', '2023-09-04', '2024-07-23'),
      ('2025-26', '2025-09-01', '2026-07-21')`);
  for (const [index, region] of [north, north, south, null].entries()) {
    const { id } = await api.hub.school({ regionId: region?.id ?? null, fsmPercent: 12 * index });
    if (index < 2) await api.hub.completedVisit(id, '2024-10-02');
    if (index === 2) await api.hub.completedVisit(id, '2021-11-20');
    await api.hub.visit(id, { status: 'scheduled', scheduledOn: '2024-12-03' });
    await api.hub.visit(id, { status: 'scheduled', scheduledOn: '2024-11-12' });
    const cancelled = { status: 'cancelled', scheduledOn: '2024-10-15' } as const;
    await api.hub.visit(id, { ...cancelled, cancelledBy: 'school', cancelReason: ' Inspection' });
    await api.hub.visit(id, { ...cancelled, cancelledBy: 'hub', cancelReason: 'Ill' });
    if (index < 3) continue;
    // Held and booked, and neither counts.
    await api.hub.otherDoesNotCount();
    const rung = { kind: 'other', status: 'completed', visitedOn: '2024-10-03' } as const;
    await api.hub.visit(id, rung);
    await api.hub.visit(id, { kind: 'other', status: 'confirmed', scheduledOn: '2024-12-04' });
  }
}, 30_000);
afterAll(() => api.stop());

const progressOf = async (query: Record<string, string> = {}): Promise<Progress> =>
  (await manager.get('/api/progress').query(query).expect(200)).body;

it('says where the year and its cycle stand, the whole hub taken together', async () => {
  const progress = await progressOf();
  expect(progress).toMatchObject({
    ...{ academicYear: '2024-25', regionId: null, asOf: TODAY, today: TODAY },
    ...{ target: 180, visits: 2, schoolsCovered: 2, surveys: { target: 180, submitted: 0 } },
    cycle: {
      ...{ startsIn: '2024-25', opensOn: '2024-09-01', closesOn: '2027-08-31' },
      ...{ schoolsInScope: 4, schoolsCovered: 2, schoolsBooked: 2, schoolsNeither: 0 },
    },
    backlog: [
      { day: '2024-09-01', schools: 3 },
      { day: '2024-10-01', schools: 3 },
      { day: '2024-11-01', schools: 1 },
      { day: TODAY, schools: 1 },
    ],
    notes: ['Term dates for 2026-27 are not known: weekdays outside August are counted instead.'],
  });
  expect(
    progress.byRegion.map(({ label, target, visits }) => [label, target, visits.count]),
  ).toEqual([
    ['North', 120, 2],
    ['South', 60, 0],
    ['Without schools', 0, 0],
    ['No region', 0, 0],
  ]);
  expect(progress.outcomes).toMatchObject({
    ...{ held: { count: 3 }, cancelledBySchool: { count: 4 }, cancelledByHub: { count: 4 } },
    ...{ notHeld: { count: 0 }, unlogged: { count: 4 } },
    reasons: [
      { outcome: 'cancelled_by_hub', reason: 'Ill', visits: 4 },
      { outcome: 'cancelled_by_school', reason: 'Inspection', visits: 4 },
    ],
  });
});

it('draws the line of the year against the pace, and what is booked beyond it', async () => {
  const { series, expectedByToday } = await progressOf();
  expect(series[0]).toMatchObject({ day: '2024-09-01', expected: 0, visits: 0, withBooked: null });
  expect(series.find(({ day }) => day === TODAY)).toMatchObject({
    ...{ day: TODAY, expected: expectedByToday, visits: 2, withBooked: 2 },
  });
  expect(series.at(-1)).toEqual({
    ...{ day: '2025-08-31', expected: 180, visits: null, list: null, withBooked: 6 },
  });
});

it.each<Record<string, string>>([{}, { academicYear: '2023-24' }, { asOf: '2024-10-02' }])(
  'each number opens a list of as many records: %j',
  async (query) => {
    const lists = everyList(await progressOf(query));
    expect(lists.length).toBeGreaterThan(80);
    const lengths = await Promise.all(lists.map(([, list]) => lengthOf(manager, list)));
    expect(lists.map(([what, { filter }], at) => [what, filter, lengths[at]])).toEqual(
      lists.map(([what, { filter, count }]) => [what, filter, count]),
    );
  },
  30_000,
);

it('a cycle that is over was as it was', async () => {
  const { cycle, asOf, notes } = await progressOf({ academicYear: '2023-24' });
  expect(asOf).toBe('2024-08-31');
  expect(cycle).toMatchObject({ startsIn: '2021-22', schoolsInScope: 4, schoolsCovered: 1 });
  expect(cycle.slackInWords).toBe('3 schools were missed');
  expect(notes.at(-1)).toMatch(/^Counted as of Sat 31 Aug 2024: /);
});

describe('bad input', () => {
  it('a year without term dates: weekdays outside August, and it is said', async () => {
    const progress = await progressOf({ academicYear: '2022-23' });
    expect(progress.notes[0]).toBe(
      'Term dates for 2022-23 are not known: weekdays outside August are counted instead.',
    );
    expect(progress.forecast).toEqual({ expected: 0, low: 0, high: 0, assumed: true });
  });

  it('a target of 0: nothing is expected, needed or reached', async () => {
    const head = await api.as(await api.hub.user('head'));
    const nothing = { version: 0, visits: 0, surveys: 0, regions: [] };
    await head.put('/api/targets/2019-20').send(nothing).expect(200);
    const progress = await progressOf({ academicYear: '2019-20', asOf: '2020-02-29' });
    expect(progress).toMatchObject({
      ...{ target: 0, visits: 0, expectedByToday: 0, weeklyRateNeeded: 0, targetReachedOn: null },
      ...{ surveys: { target: 0, submitted: 0 }, asOf: '2020-02-29' },
    });
    expect(progress.byRegion.every(({ target }) => target === 0)).toBe(true);
    expect(progress.cycle.slackInWords).toBe('at 0 a year, 4 schools will be missed');
  });

  it('a region without schools: zeros', async () => {
    const progress = await progressOf({ regionId: empty.id });
    expect(progress).toMatchObject({
      ...{ target: 0, visits: 0, schoolsCovered: 0, weeklyRateNeeded: 0 },
      cycle: { schoolsInScope: 0, schoolsCovered: 0, slack: 0 },
    });
    expect(progress.byRegion).toHaveLength(1);
    expect(progress.byDistrict).toEqual([]);
    expect(progress.backlog.map(({ schools }) => schools)).toEqual([0, 0, 0, 0]);
  });

  it('all visits cancelled: none counts, and why is shown', async () => {
    const { id } = await api.hub.school({ regionId: empty.id });
    const day = { scheduledOn: '2024-10-16', cancelledBy: 'school' } as const;
    await api.hub.visit(id, { ...day, status: 'cancelled', cancelReason: 'No music room' });
    await api.hub.visit(id, { ...day, status: 'cancelled', cancelReason: 'no  music ROOM' });
    const progress = await progressOf({ regionId: empty.id });
    expect(progress).toMatchObject({
      ...{ visits: 0, targetReachedOn: null, forecast: { expected: 0, low: 0 } },
      outcomes: { cancelledBySchool: { count: 2 }, reasons: [{ visits: 2 }] },
    });
    await api.dataSource.query('DELETE FROM visits WHERE school_id = $1', [id]);
    await api.dataSource.query('DELETE FROM schools WHERE id = $1', [id]);
  });

  it('a day that is still to come: as of today, and it is said', async () => {
    const progress = await progressOf({ asOf: '2025-02-14' });
    expect(progress).toMatchObject({ asOf: TODAY, academicYear: '2024-25', visits: 2 });
    expect(progress.notes[0]).toBe('Fri 14 Feb 2025 is still to come: counted as of today.');
  });

  it('a year that is still to come: nothing visited, as of today', async () => {
    const progress = await progressOf({ academicYear: '2025-26' });
    expect(progress).toMatchObject({
      ...{ asOf: TODAY, visits: 0, expectedByToday: 0, forecast: null, targetReachedOn: null },
      weeklyRateNeeded: expect.any(Number),
    });
    expect(progress.series.every(({ visits }) => visits === null)).toBe(true);
  });

  it.each([
    [{ academicYear: '2024/25' }, 'academicYear', 'An academic year is written 2024-25.'],
    [{ academicYear: '2024-26' }, 'academicYear', 'An academic year is written 2024-25.'],
    [{ regionId: 'north' }, 'regionId', 'The region is the id of a region (a UUID).'],
    [{ asOf: '2025-02-29' }, 'asOf', 'The day counted as of is written YYYY-MM-DD.'],
    [
      { year: '2024-25' },
      'year',
      'There is no "year" here; there are academicYear, regionId, asOf.',
    ],
  ])('%j is refused by name', async (query, field, message) => {
    const { body } = await manager.get('/api/progress').query(query).expect(400);
    expect(body.errors).toEqual([{ field, message }]);
  });

  it('a region that is not on record is not found', async () => {
    const regionId = '00000000-0000-4000-8000-000000000000';
    const { body } = await manager.get('/api/progress').query({ regionId }).expect(404);
    expect(body.detail).toBe('The region is not on record.');
  });
});
