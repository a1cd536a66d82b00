import type { BestDays, VisitRefill } from '@tracker/contract';
import { weekday } from '@tracker/domain';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2024-09-02';

let api: TestApi;
let head: Agent;
let region: string;
let callum: string;
let millLane: string;
let hatchEnd: string;
let parkHigh: string;

beforeAll(async () => {
  api = await startTestApi(TODAY);
  head = await api.as(await api.hub.user('head'));
  region = (await api.hub.region('East')).id;
  callum = (await api.hub.user('regional', [region], 'Callum Reed')).id;
  const at = (name: string, northing: number) =>
    api.hub.school({ name, regionId: region, easting: 520_000, northing });
  millLane = (await at('Mill Lane', 212_000)).id;
  hatchEnd = (await at('Hatch End', 212_900)).id;
  parkHigh = (await at('Park High', 232_000)).id;
});
afterAll(() => api.stop());

const daysOf = async (id: string, query = {}): Promise<BestDays> =>
  (await head.get(`/api/schools/${id}/best-days`).query(query).expect(200)).body;
const refillOf = async (id: string): Promise<VisitRefill> =>
  (await head.get(`/api/visits/${id}/refill`).expect(200)).body;
const book = (schoolId: string, scheduledOn: string) =>
  api.hub.visit(schoolId, { status: 'scheduled', scheduledOn, visitorId: callum });

describe('the best days of a school', () => {
  it('put it beside a neighbour that is booked, and say so', async () => {
    const booked = await book(hatchEnd, '2024-10-08');
    const { days, why, assumed } = await daysOf(millLane);
    expect([why, assumed, days.length]).toEqual([null, true, 10]);
    expect(days[0]).toMatchObject({
      ...{ date: '2024-10-08', visitorId: callum, visitorName: 'Callum Reed', halfTermsLate: 0 },
      with: [{ schoolId: hatchEnd, name: 'Hatch End', km: 1.2 }],
    });
    expect(days[0]!.kmMore).toBeLessThan(days[1]!.kmMore);
    for (const { date } of days) {
      expect(date >= '2024-09-16').toBe(true);
      expect(weekday(date)).toBeLessThan(6);
    }
    await api.dataSource.query('DELETE FROM visits WHERE id = $1', [booked.id]);
  });

  it('begin where they are asked for, with whom they are asked for', async () => {
    const { days } = await daysOf(millLane, { from: '2024-11-04', visitorId: callum });
    expect(days.every(({ date }) => date >= '2024-11-04')).toBe(true);
    const other = await api.hub.user('regional', [(await api.hub.region()).id]);
    expect(await daysOf(millLane, { visitorId: other.id })).toMatchObject({
      ...{ days: [], why: 'Nobody visits East.' },
    });
    // After the last school day comes the next year.
    expect((await daysOf(millLane, { from: '2025-07-30' })).days[0]!.date > '2025-08-31').toBe(
      true,
    );
  });

  it('say why there is none', async () => {
    const alone = await api.hub.school({ regionId: null });
    expect(await daysOf(alone.id)).toMatchObject({
      ...{ days: [], why: 'The school is in no region, or out of scope.' },
    });
    const visited = await api.hub.school({ regionId: region, name: 'Brook' });
    await api.hub.completedVisit(visited.id, '2024-06-12');
    const { why } = await daysOf(visited.id);
    expect(why).toContain('2026');
    await head.get(`/api/schools/${callum}/best-days`).expect(404);
  });
});

it('P10: after a cancellation offers days for the school and schools for the place', async () => {
  const visit = await book(millLane, '2024-11-12');
  await book(hatchEnd, '2024-11-12');
  expect(await refillOf(visit.id)).toEqual({
    ...{ place: null, daysForSchool: [], schoolsForPlace: [] },
  });
  await head
    .post(`/api/visits/${visit.id}/cancel`)
    .send({ version: 1, by: 'school', reason: 'Inspection' })
    .expect(200);
  const freed = async () => (await head.get('/api/today/summary').expect(200)).body.freed;
  expect(await freed()).toEqual([
    {
      ...{ visitId: visit.id, schoolName: 'Mill Lane', date: '2024-11-12' },
      visitorName: 'Callum Reed',
    },
  ]);
  const near = await api.hub.school({
    ...{ name: 'Ash Grove', regionId: region, easting: 520_500, northing: 212_900 },
  });
  const offer = await refillOf(visit.id);
  expect(offer.place).toEqual({
    ...{ date: '2024-11-12', visitorId: callum, visitorName: 'Callum Reed' },
  });
  expect(offer.daysForSchool).toHaveLength(10);
  const names = offer.schoolsForPlace.map(({ name }) => name);
  expect(names).toEqual(['Ash Grove', 'Park High']);
  expect(offer.schoolsForPlace[0]).toMatchObject({
    ...{ schoolId: near.id, plannedFor: null },
    reason: 'Never visited; 0.7 km from Hatch End.',
  });
  expect(offer.schoolsForPlace[0]!.km).toBeLessThan(offer.schoolsForPlace[1]!.km);
  // Filled, there is nothing left to offer; the school keeps its other days.
  await head
    .post('/api/visits')
    .send({ schoolId: parkHigh, scheduledOn: '2024-11-12', visitorId: callum })
    .expect(201);
  expect(await refillOf(visit.id)).toMatchObject({ place: null, schoolsForPlace: [] });
  expect(await freed()).toEqual([]);
  expect((await refillOf(visit.id)).daysForSchool.length).toBeGreaterThan(0);
  await head.get(`/api/visits/${millLane}/refill`).expect(404);
});
