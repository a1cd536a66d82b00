import type { UserEntity } from '@tracker/data';
import { ASSUMED_CAPACITY } from '@tracker/domain';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
let own: Agent;
let colleague: UserEntity;
let schoolId: string;

beforeAll(async () => {
  api = await startTestApi();
  const region = await api.hub.region();
  colleague = await api.hub.user('regional', [region.id]);
  head = await api.as(await api.hub.user('head'));
  own = await api.as(colleague);
  ({ id: schoolId } = await api.hub.school({
    ...{ regionId: region.id, name: 'Mill Lane School', town: 'Hatfield' },
    ...{ easting: 523_499, northing: 208_500 },
  }));
});
afterAll(() => api.stop());

const capacityOf = (id: string) => `/api/visitors/${id}/capacity`;

it('takes of a visitor of whom nothing is on record what is usual, and says so', async () => {
  const { body } = await head.get(capacityOf(colleague.id)).expect(200);
  expect(body).toMatchObject({ ...ASSUMED_CAPACITY, version: null, isAssumed: true });
  await head.get(capacityOf((await api.hub.user('manager')).id)).expect(404);
});

it('keeps where somebody starts from to the kilometre, and tells it to whom it concerns', async () => {
  const capacity = { perDay: 2, perWeek: 3, perHalfTerm: 9, weekdays: [4, 2] };
  const { body } = await head
    .put(capacityOf(colleague.id))
    .send({ ...capacity, startsFrom: { schoolId } })
    .expect(200);
  expect(body).toMatchObject({ ...capacity, weekdays: [2, 4], startsFrom: 'Mill Lane School' });
  const [kept] = await api.dataSource.query(
    'SELECT easting, northing FROM visitor_capacities WHERE user_id = $1',
    [colleague.id],
  );
  expect(kept).toEqual({ easting: 523_000, northing: 209_000 });
  const other = await api.as(await api.hub.user('regional'));
  const seen = await other.get(capacityOf(colleague.id)).expect(200);
  expect(seen.body).toMatchObject({ perWeek: 3, startsFrom: null });
  const mine = await own.get(capacityOf(colleague.id)).expect(200);
  expect(mine.body.startsFrom).toBe('Mill Lane School');
  const town = { ...capacity, version: 1, startsFrom: { town: 'hatfield' } };
  const moved = await head.put(capacityOf(colleague.id)).send(town).expect(200);
  expect(moved.body).toMatchObject({ version: 2, startsFrom: 'Hatfield' });
});

it('leaves a person their weekdays, and how many visits to the Head', async () => {
  const now = { version: 2, perDay: 2, perWeek: 3, perHalfTerm: 9, weekdays: [1, 3] };
  const answer = await own
    .put(capacityOf(colleague.id))
    .send({ ...now, perWeek: 1 })
    .expect(422);
  expect(answer.body.errors).toEqual([
    { field: 'perWeek', message: 'The Head of Participation sets this.' },
  ]);
  const { body } = await own.put(capacityOf(colleague.id)).send(now).expect(200);
  expect(body).toMatchObject({ weekdays: [1, 3], version: 3, startsFrom: 'Hatfield' });
  const late = await head.put(capacityOf(colleague.id)).send(now).expect(409);
  expect(late.body.current).toMatchObject({ version: 3 });
});

it.each([
  [{ perDay: 7 }, 'perDay'],
  [{ perDay: -1 }, 'perDay'],
  [{ perWeek: 2.5 }, 'perWeek'],
  [{ weekdays: [0] }, 'weekdays'],
  [{ startsFrom: {} }, 'startsFrom'],
  [{ startsFrom: { town: 'Atlantis' } }, 'startsFrom'],
])('refuses %j at its field and keeps what there was', async (change, field) => {
  const before = await head.get(capacityOf(colleague.id));
  const { body } = await head
    .put(capacityOf(colleague.id))
    .send({ version: 3, ...ASSUMED_CAPACITY, ...change })
    .expect(422);
  expect(body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  expect((await head.get(capacityOf(colleague.id))).body).toEqual(before.body);
});

it('keeps absences, of oneself or, for the Head, of everybody; they may overlap', async () => {
  const away = { userId: colleague.id, from: '2024-12-09', to: '2024-12-13' };
  const { body: made } = await own.post('/api/visitor-absences').send(away).expect(201);
  await head
    .post('/api/visitor-absences')
    .send({ ...away, from: '2024-12-13', to: '2025-01-10' })
    .expect(201);
  const backwards = { ...away, to: '2024-12-01' };
  const refused = await own.post('/api/visitor-absences').send(backwards).expect(422);
  expect(refused.body.errors).toEqual([
    { field: 'to', message: 'The last day must not be before the first.' },
  ]);
  const filter = JSON.stringify({ userId: colleague.id, from: '2024-12-14' });
  const later = await own.get('/api/visitor-absences').query({ filter }).expect(200);
  expect(later.body).toMatchObject([{ from: '2024-12-13', to: '2025-01-10' }]);
  const other = await api.as(await api.hub.user('regional'));
  await other.delete(`/api/visitor-absences/${made.id}`).expect(403);
  await own.delete(`/api/visitor-absences/${made.id}`).expect(200);
  await own.delete(`/api/visitor-absences/${made.id}`).expect(404);
});

it('suggests the windows of a year, keeps what the Head makes of them, and copies them on', async () => {
  const { body: suggested } = await own.get('/api/planning-windows/2024-25').expect(200);
  expect(suggested).toMatchObject({ version: null, isSuggested: true });
  expect(suggested.windows.map(({ words }: { words: string }) => words)).toContain('Exam season');
  const trips = { words: 'Trips', from: '2025-06-09', to: '2025-06-13', phases: ['Primary'] };
  const { body: kept } = await head
    .put('/api/planning-windows/2024-25')
    .send({ windows: [trips] })
    .expect(200);
  expect(kept).toEqual({
    academicYear: '2024-25',
    version: 1,
    isSuggested: false,
    windows: [trips],
  });
  await head.put('/api/planning-windows/2024-25').send({ windows: [] }).expect(422);
  await head.put('/api/planning-windows/2024-25').send({ version: 2, windows: [] }).expect(409);
  const next = await head.get('/api/planning-windows/2025-26').expect(200);
  expect(next.body.windows).toEqual([{ ...trips, from: '2026-06-08', to: '2026-06-12' }]);
  await head.get('/api/planning-windows/2024-26').expect(400);
});

it('keeps what a school says of its days, and who was told', async () => {
  const path = `/api/schools/${schoolId}/availability`;
  const nothing = await own.get(path).expect(200);
  expect(nothing.body).toMatchObject({ version: null, neverWeekdays: [], unavailable: [] });
  const residential = { from: '2025-02-03', to: '2025-02-07', why: 'Residential' };
  const said = { neverWeekdays: [5], wishedWeekdays: [2], unavailable: [residential] };
  const first = await own
    .put(path)
    .send({ ...said, note: 'Ms Lane rang.' })
    .expect(200);
  expect(first.body).toMatchObject({
    ...{ ...said, version: 1, note: 'Ms Lane rang.' },
    ...{ saidOn: '2024-11-20', saidToName: colleague.name },
  });
  // Days alone are a change too: whoever saves from before is told.
  const more = { ...said, version: 1, unavailable: [] };
  expect((await own.put(path).send(more).expect(200)).body).toMatchObject({ version: 2 });
  const late = await head
    .put(path)
    .send({ ...said, version: 1 })
    .expect(409);
  expect(late.body.current.unavailable).toEqual([]);
  const wrong = { ...said, version: 2, unavailable: [{ ...residential, to: '2025-02-01' }] };
  const refused = await own.put(path).send(wrong).expect(422);
  expect(refused.body.errors[0].field).toBe('unavailable.0.to');
});

it('offers days on which somebody visits and is there, and warns of others', async () => {
  const visitor = await api.hub.user('regional');
  const days = async () =>
    (
      await head
        .get(`/api/visitors/${visitor.id}/free-days`)
        .query({ from: '2024-12-02', count: 3 })
    ).body.days;
  expect(await days()).toEqual(['2024-12-02', '2024-12-03', '2024-12-04']);
  const capacity = { perDay: 1, perWeek: 1, perHalfTerm: 9, weekdays: [2, 4] };
  await head.put(capacityOf(visitor.id)).send(capacity).expect(200);
  const away = { userId: visitor.id, from: '2024-12-04', to: '2024-12-08' };
  await head.post('/api/visitor-absences').send(away).expect(201);
  expect(await days()).toEqual(['2024-12-03', '2024-12-10', '2024-12-12']);

  const other = await api.hub.school({ easting: 563_000, northing: 208_000 });
  const booked = { visitorId: visitor.id, scheduledOn: '2024-12-12', startTime: '09:00' } as const;
  await api.hub.visit(other.id, { status: 'scheduled', ...booked });
  const window = { words: 'Concerts', from: '2024-12-09', to: '2024-12-13', phases: null };
  await head
    .put('/api/planning-windows/2024-25')
    .send({ version: 1, windows: [window] })
    .expect(200);
  const unavailable = [{ from: '2024-12-12', to: '2024-12-12', why: 'Trip' }];
  await head
    .put(`/api/schools/${schoolId}/availability`)
    .send({ version: 2, neverWeekdays: [], wishedWeekdays: [], unavailable })
    .expect(200);
  const told = async (on: { scheduledOn: string; startTime?: string }) =>
    (
      await head.get('/api/visits/warnings').query({ schoolId, visitorId: visitor.id, ...on })
    ).body.warnings.map(({ key }: { key: string }) => key);
  expect(await told({ scheduledOn: '2024-12-12', startTime: '10:30' })).toEqual([
    ...['visitor_too_far', 'day_full', 'school_unavailable', 'planning_window'],
  ]);
  expect(await told({ scheduledOn: '2024-12-10' })).toEqual(['week_full', 'planning_window']);
  expect(await told({ scheduledOn: '2024-12-06' })).toEqual(['visitor_away', 'visitor_weekday']);
  expect(await told({ scheduledOn: '2024-12-17' })).toEqual([]);
});

it('adds up what all visitors can take, beside the bookings that are needed', async () => {
  const path = '/api/visitors-time/2024-25';
  const before = (await head.get(path).expect(200)).body;
  // No term dates are on record and too few bookings have passed, so both are assumed.
  expect(before).toMatchObject({ isAssumed: true, wanted: 180, cancelShare: 0.12, needed: 205 });
  // All schools to visit are in the colleague's region, so that it needs all of them.
  const { regionIds } = before.visitors.find(({ id }: { id: string }) => id === colleague.id);
  expect(before.short).toEqual([{ regionIds, by: 205 - before.places }]);
  const name = 'Zora Vale';
  const region = await api.hub.region();
  const zora = await api.hub.user('regional', [region.id], name);
  const time = { perDay: 1, perWeek: 1, perHalfTerm: 4, weekdays: [2] };
  await head
    .put(capacityOf(zora.id))
    .send({ ...time, startsFrom: { schoolId } })
    .expect(200);
  const after = (await head.get(path).expect(200)).body;
  expect(after.visitors.at(-1)).toEqual({
    ...{ id: zora.id, name, ...time, version: 1, isAssumed: false },
    ...{ startsFrom: 'Mill Lane School', regionIds: [region.id], places: 24 },
  });
  expect(after.places).toBe(before.places + 24);
  // Away from September to July, but for the last two Tuesdays before the summer holidays.
  const away = { userId: zora.id, from: '2024-09-01', to: '2025-07-11' };
  await head.post('/api/visitor-absences').send(away).expect(201);
  expect((await head.get(path).expect(200)).body.places).toBe(before.places + 2);
  await own.get(path).expect(403);
  await head.get('/api/visitors-time/2024-26').expect(400);
});

it('keeps the address of one’s own calendar for oneself, and goes by its busy days', async () => {
  const path = '/api/account/busy-calendar';
  const hosts = ['outlook.office365.com', 'outlook.office.com'];
  const none = { address: null, readAt: null, problem: null, days: [], hosts };
  expect((await own.get(path).expect(200)).body).toEqual(none);
  const refused = await own.put(path).send({ address: 'https://evil.example/a' }).expect(422);
  expect(refused.body.errors).toMatchObject([{ field: 'address' }]);
  const address = 'https://outlook.office.com/a.ics';
  const saved = await own.put(path).send({ address: 'webcal://outlook.office.com/a.ics' });
  expect(saved.body).toEqual({ ...none, address });
  const busy = () =>
    api.dataSource.query(`INSERT INTO busy_days (user_id, day) VALUES ($1, '2025-02-03')`, [
      colleague.id,
    ]);
  await busy();
  await own.put(path).send({ address }).expect(200);
  expect((await own.get(path).expect(200)).body.days).toEqual(['2025-02-03']);
  // Not even the Head sees it.
  expect((await head.get(path).expect(200)).body).toEqual(none);

  const plan = { schoolId, visitorId: colleague.id, scheduledOn: '2025-02-03' };
  const { body } = await head.get('/api/visits/warnings').query(plan).expect(200);
  expect(body.warnings.map(({ key }: { key: string }) => key)).toContain('visitor_calendar');
  const free = await head
    .get(`/api/visitors/${colleague.id}/free-days`)
    .query({ from: '2025-02-03', count: 1 })
    .expect(200);
  expect(free.body.days).toEqual(['2025-02-05']);

  // Another address begins without the days of the one before.
  const other = { address: 'https://outlook.office.com/b.ics' };
  expect((await own.put(path).send(other).expect(200)).body).toEqual({ ...none, ...other });
  await busy();
  expect((await own.delete(path).expect(200)).body).toEqual(none);
});
