import { refreshPriorityScores } from '@tracker/work';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  head = await api.as(await api.hub.user('head', [], 'Hilary Head'));
}, 30_000);
afterAll(() => api.stop());

const setTerms = () =>
  head.put('/api/school-years/2024-25').send({
    firstDay: '2024-09-02',
    lastDay: '2025-07-22',
    holidays: [
      { name: 'Christmas holiday', from: '2024-12-21', to: '2025-01-05' },
      { name: 'Easter holiday', from: '2025-04-05', to: '2025-04-21' },
    ],
  });

describe('what everybody has on', () => {
  it('is counted by week, by term and by day, planned and done alike', async () => {
    const region = await api.hub.region();
    const visitor = await api.hub.user('regional', [region.id], 'Ash Rook');
    await api.hub.user('manager', [region.id], 'Mo Manager');
    const { id: visitorId } = visitor;
    const { id: schoolId } = await api.hub.school();
    const on = (scheduledOn: string, status = 'scheduled') =>
      api.hub.visit(schoolId, { visitorId, scheduledOn, status: status as 'scheduled' });
    await on('2024-11-18');
    await on('2024-11-22', 'confirmed');
    await on('2024-11-22');
    await on('2024-11-22', 'cancelled');
    await on('2024-11-25');
    await on('2025-01-07');
    await api.hub.visit(schoolId, {
      ...{ visitorId, status: 'completed', scheduledOn: '2024-12-24', visitedOn: '2024-09-10' },
    });
    const query = { from: '2024-11-20', to: '2024-11-26', regionId: region.id };
    const unknown = (await head.get('/api/visitors').query(query).expect(200)).body;
    expect(unknown).toMatchObject({
      week: { from: '2024-11-18', to: '2024-11-24' },
      term: { name: '2024-25', from: '2024-09-01', to: '2025-08-31', assumed: true },
      visitors: [{ id: visitorId, weekVisits: 3, termVisits: 6 }],
    });
    await setTerms().expect(200);
    const { body } = await head.get('/api/visitors').query(query).expect(200);
    expect(body.term).toEqual({
      ...{ name: 'Autumn term', from: '2024-09-02', to: '2024-12-20', assumed: false },
    });
    expect(body.visitors).toEqual([
      {
        ...{ id: visitorId, name: 'Ash Rook', regionIds: [region.id] },
        ...{ weekVisits: 3, termVisits: 5 },
        days: [
          { day: '2024-11-22', visits: 2 },
          { day: '2024-11-25', visits: 1 },
        ],
      },
    ]);
    const all = (await head.get('/api/visitors').expect(200)).body.visitors;
    expect(all.map(({ name }: { name: string }) => name)).toEqual(['Ash Rook', 'Hilary Head']);

    const free = await head
      .get(`/api/visitors/${visitorId}/free-days`)
      .query({ from: '2024-11-21', count: '3' })
      .expect(200);
    expect(free.body).toEqual({
      ...{ days: ['2024-11-21', '2024-11-26', '2024-11-27'], assumed: false },
    });
    const far = await head
      .get(`/api/visitors/${visitorId}/free-days`)
      .query({ from: '2025-07-22' });
    expect(far.body).toMatchObject({ assumed: true });
    expect(far.body.days.slice(0, 2)).toEqual(['2025-07-22', '2025-09-01']);
  });

  it.each([
    ['/api/visitors', { from: '2024-12-02', to: '2024-12-01' }, 422],
    ['/api/visitors', { from: '2024-12-02', to: '2026-12-01' }, 422],
    ['/api/visitors', { regionId: 'north' }, 422],
    ['/api/visitors/00000000-0000-4000-8000-000000000000/free-days', {}, 404],
    ['/api/visitors/00000000-0000-4000-8000-000000000000/free-days', { count: '0' }, 422],
    ['/api/schools/00000000-0000-4000-8000-000000000000/nearby', {}, 404],
    ['/api/schools/00000000-0000-4000-8000-000000000000/nearby', { limit: 'all' }, 422],
  ])('%s of %j is refused', async (path, query, status) => {
    await head.get(path).query(query).expect(status);
  });
});

describe('schools near by', () => {
  it('are those that are due and not booked, the nearest first', async () => {
    const at = (east: number, north: number, over: object = {}) =>
      api.hub.school({ easting: 520_000 + east, northing: 215_000 + north, ...over });
    const here = await at(0, 0);
    const far = await at(3_000, 4_000);
    const near = await at(-1_000, 0);
    const booked = await at(500, 0);
    await at(600, 0, { establishmentType: 'Other independent school' });
    await at(20_100, 0);
    const visited = await at(700, 0);
    const nowhere = await api.hub.school();
    await api.hub.visit(booked.id, { status: 'scheduled', scheduledOn: '2024-12-03' });
    await api.hub.completedVisit(visited.id, '2024-10-01');
    await refreshPriorityScores(api.dataSource, '2024-11-20');
    const nearby = async (id: string, query: object = {}) =>
      (await head.get(`/api/schools/${id}/nearby`).query(query).expect(200)).body;
    expect(await nearby(here.id)).toEqual([
      expect.objectContaining({ id: near.id, distanceKm: 1, state: 'never_visited' }),
      expect.objectContaining({ id: far.id, distanceKm: 5, lastVisitedOn: null }),
    ]);
    expect(await nearby(here.id, { limit: '1' })).toHaveLength(1);
    expect(await nearby(nowhere.id)).toEqual([]);
  });
});
