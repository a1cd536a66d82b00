import type { VisitCycle } from '@tracker/contract';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  head = await api.as(await api.hub.user('head'));
}, 30_000);
afterAll(() => api.stop());

const current = async (): Promise<VisitCycle> =>
  (await head.get('/api/visit-cycles').query(listQuery({})).expect(200)).body[0];
/** Whether one more school counts as covered, by what is done with it. */
async function covers(visit: (schoolId: string) => Promise<unknown>): Promise<boolean> {
  const before = await current();
  const { id } = await api.hub.school();
  await visit(id);
  const after = await current();
  expect(after.schoolsInScope).toBe(before.schoolsInScope + 1);
  return after.schoolsCovered > before.schoolsCovered;
}

it('is three academic years, the first from 2024-25', async () => {
  expect(await current()).toMatchObject({
    ...{ startsIn: '2024-25', opensOn: '2024-09-01', closesOn: '2027-08-31' },
    ...{ schoolsInScope: 0, schoolsCovered: 0 },
  });
});

// Rule 9: the day of the visit inside the cycle.
it.each([
  ['2024-08-31', false],
  ['2024-09-01', true],
  ['2027-08-31', true],
  ['2027-09-01', false],
])('a visit on %s covers its school: %s', async (day, covered) => {
  expect(await covers((id) => api.hub.completedVisit(id, day))).toBe(covered);
});

it('two visits cover one school, and those of a predecessor cover who followed', async () => {
  expect(
    await covers(async (id) => {
      await api.hub.completedVisit(id, '2024-10-01');
      await api.hub.completedVisit(id, '2024-11-01');
    }),
  ).toBe(true);
  const old = await api.hub.school({ status: 'closed', closedOn: '2024-10-31' });
  await api.hub.completedVisit(old.id, '2024-10-01');
  const before = await current();
  await api.hub.succession(old, await api.hub.school());
  expect(await current()).toMatchObject({
    ...{ schoolsInScope: before.schoolsInScope + 1, schoolsCovered: before.schoolsCovered + 1 },
  });
});

it('no visit covers a school that does not count', async () => {
  await api.hub.otherDoesNotCount();
  expect(
    await covers(async (id) => {
      await api.hub.visitsNotCounting(id, '2024-10-01');
      await api.hub.visit(id, { status: 'confirmed', scheduledOn: '2024-11-20' });
    }),
  ).toBe(false);
  expect(
    await covers((id) =>
      api.hub.visit(id, { kind: 'follow_up', status: 'completed', visitedOn: '2024-10-01' }),
    ),
  ).toBe(true);
});

it('is read by its id with the same figures', async () => {
  const cycle = await current();
  const { body } = await head.get(`/api/visit-cycles/${cycle.id}`).expect(200);
  expect(body).toEqual(cycle);
});

it('keeps the schools it had on its last day once it is over', async () => {
  api.env.today = '2027-09-20';
  const past = async () => (await current()).startsIn;
  expect(await past()).toBe('2027-28');
  const ended = async (): Promise<VisitCycle> =>
    (await head.get('/api/visit-cycles').query(listQuery({ filter: { startsIn: '2024-25' } })))
      .body[0];
  const before = await ended();
  const closed = await api.hub.school({ status: 'closed', closedOn: '2027-09-01' });
  await api.hub.completedVisit(closed.id, '2027-01-15');
  // Of these the two that were there on the very last day.
  await api.hub.school({ status: 'closed', closedOn: '2027-08-31' });
  await api.hub.school({ status: 'closed', closedOn: '2027-08-30' });
  await api.hub.school({ openedOn: '2027-08-31' });
  await api.hub.school({ openedOn: '2027-09-01' });
  // The hub never had it to visit.
  const establishmentType = 'Other independent school';
  await api.hub.school({ status: 'closed', closedOn: '2027-09-01', establishmentType });
  expect(await ended()).toMatchObject({
    schoolsInScope: before.schoolsInScope + 3,
    schoolsCovered: before.schoolsCovered + 1,
  });
  const { body } = await head.get('/api/progress?asOf=2027-08-31').expect(200);
  const { schoolsInScope, schoolsCovered } = await ended();
  expect(body.cycle).toMatchObject({ schoolsInScope, schoolsCovered });
});
