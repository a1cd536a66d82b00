import type {
  CycleStandingToday,
  ListLength,
  Progress,
  TodayFigureKey,
  TodaySummary,
  YearStanding,
} from '@tracker/contract';
import {
  FollowUpActionEntity,
  PlanDocumentEntity,
  type RegionEntity,
  type UserEntity,
} from '@tracker/data';
import { refreshPriorityScores } from '@tracker/work';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

// A Wednesday.
const TODAY = '2024-11-20';

let api: TestApi;
let here: RegionEntity;
let member: UserEntity;

const planDocument = (
  schoolId: string,
  status: 'to_confirm' | 'reading',
  capturedById: string,
): Partial<PlanDocumentEntity> => ({
  ...{ schoolId, status, capturedById, capturedOn: TODAY, bytes: 9, fileName: 'plan.txt' },
  sha256: `${status}-${schoolId}`,
});

beforeAll(async () => {
  api = await startTestApi(TODAY);
  here = await api.hub.region();
  const there = await api.hub.region();
  member = await api.hub.user('regional', [here.id]);
  const lead = await api.hub.user('head');
  for (const [index, region] of [here, here, there].entries()) {
    const { id } = await api.hub.school({ regionId: region.id });
    const visitorId = index === 0 ? member.id : lead.id;
    await api.hub.completedVisit(id, index === 0 ? '2024-10-02' : '2020-10-02');
    await api.hub.visit(id, { status: 'scheduled', scheduledOn: '2024-11-12', visitorId });
    await api.hub.visit(id, { status: 'confirmed', scheduledOn: '2024-11-21', visitorId });
    await api.hub.visit(id, { status: 'scheduled', scheduledOn: '2024-11-22', visitorId });
    await api.hub.visit(id, { status: 'proposed' });
    await api.dataSource.manager.save(PlanDocumentEntity, [
      planDocument(id, 'to_confirm', lead.id),
      planDocument(id, 'reading', lead.id),
    ]);
    if (region === there) {
      await api.hub.visit(id, { status: 'confirmed', scheduledOn: '2024-12-12' });
      await api.hub.otherDoesNotCount();
      await api.hub.visitsNotCounting(id, '2024-10-03');
    }
    await api.dataSource.manager.save(FollowUpActionEntity, [
      { schoolId: id, title: 'Late', dueOn: '2024-11-01', ownerId: visitorId },
      { schoolId: id, title: 'Soon', dueOn: '2024-11-22', ownerId: visitorId },
      { schoolId: id, title: 'Done', dueOn: '2024-11-01', ownerId: visitorId, status: 'done' },
    ] as FollowUpActionEntity[]);
  }
  const shut = await api.hub.school({ regionId: here.id });
  await api.hub.visit(shut.id, { status: 'confirmed', scheduledOn: '2024-12-12' });
  await api.dataSource.query(
    `UPDATE schools SET status = 'closed', in_scope = false WHERE id = $1`,
    [shut.id],
  );
  await api.dataSource.query(`INSERT INTO imports (kind, file_name, stored_as, status, created_at)
    VALUES ('schools', 'a.csv', 'a', 'failed', '2024-11-18T10:00Z'),
      ('schools', 'b.csv', 'b', 'failed', '2024-10-18T10:00Z'),
      ('schools', 'c.csv', 'c', 'done', '2024-11-18T10:00Z')`);
  await refreshPriorityScores(api.dataSource, TODAY);
});
afterAll(() => api.stop());

const summaryOf = async (agent: Agent): Promise<TodaySummary> =>
  (await agent.get('/api/today/summary').expect(200)).body;

const counts = ({ figures }: TodaySummary) =>
  Object.fromEntries(figures.map(({ key, count }) => [key, count])) as Record<
    TodayFigureKey,
    number
  >;

/** How many records the list has that a number opens, by its own account. */
async function lengthOf(agent: Agent, { resource, filter }: ListLength): Promise<number> {
  const answer = await agent
    .get(`/api/${resource}`)
    .query(listQuery({ filter, range: [0, 0] }))
    .expect(200);
  return Number(answer.headers['content-range']?.split('/')[1]);
}

it.each(['head', 'admin', 'manager', 'regional'] as const)(
  'each number of the page of a %s is the length of the list it opens',
  async (role) => {
    const agent = await api.as(role === 'regional' ? member : await api.hub.user(role));
    const { figures } = await summaryOf(agent);
    expect(figures.length).toBeGreaterThanOrEqual(3);
    const lengths = await Promise.all(figures.map((figure) => lengthOf(agent, figure)));
    expect(figures.map(({ key }, at) => [key, lengths[at]])).toEqual(
      figures.map(({ key, count }) => [key, count]),
    );
  },
);

it('tells the head where the hub stands and what is to be decided', async () => {
  const summary = await summaryOf(await api.as(await api.hub.user('head')));
  expect(counts(summary)).toEqual({
    visits_this_year: 1,
    booked: 8,
    not_visited: 2,
    unlogged: 3,
    proposed: 3,
    at_closed_school: 1,
    overdue_actions: 3,
    plans_to_confirm: 3,
    this_week: 6,
    failed_imports: 1,
    schools_to_decide: 0,
    without_region: 0,
  });
  expect(summary.year).toMatchObject({ academicYear: '2024-25', target: 180, visits: 1 });
  expect(summary.year?.expectedByToday).toBeGreaterThan(30);
  expect(summary.cycle).toMatchObject({
    startsIn: '2024-25',
    schoolsInScope: 3,
    schoolsCovered: 1,
  });
  expect(summary.cycle?.slackInWords).toMatch(/^at 180 a year, /);
  expect(summary.visits).toHaveLength(3);
  expect(summary.unlogged).toHaveLength(3);
});

it('agrees with progress on where the hub stands', async () => {
  const agent = await api.as(await api.hub.user('head'));
  const { year, cycle } = await summaryOf(agent);
  const { body: progress }: { body: Progress } = await agent.get('/api/progress').expect(200);
  const { assumed, ...standing } = year as YearStanding;
  expect(progress).toMatchObject(standing);
  expect(assumed).toBe(progress.forecast?.assumed);
  expect(progress.cycle).toMatchObject(cycle as CycleStandingToday);
});

it('tells a member of a regional team what is theirs', async () => {
  const summary = await summaryOf(await api.as(member));
  expect(counts(summary)).toEqual({
    my_visits: 1,
    plans_before_visit: 2,
    plans_to_confirm: 2,
    my_unlogged: 1,
    my_overdue_actions: 1,
    my_due_actions: 1,
    unlogged: 2,
    overdue_actions: 2,
    not_visited: 1,
    without_visitor: 1,
    at_closed_school: 1,
  });
  expect([summary.year, summary.cycle]).toEqual([null, null]);
  expect(summary.visits).toMatchObject([{ scheduledOn: '2024-11-21', visitorId: member.id }]);
  expect(summary.unlogged).toMatchObject([{ unlogged: true, visitorId: member.id }]);
  expect(summary.actions).toMatchObject([{ title: 'Late' }, { title: 'Soon' }]);
});

it('tells a manager whether the hub is on track, and asks nothing', async () => {
  const summary = await summaryOf(await api.as(await api.hub.user('manager')));
  expect(counts(summary)).toEqual({ visits_this_year: 1, not_covered: 2, not_visited: 2 });
  expect([summary.visits, summary.unlogged, summary.actions]).toEqual([[], [], []]);
  expect(summary.year?.visits).toBe(1);
});

describe('the half term that begins next', () => {
  const nextFor = async (role: 'head' | 'manager') =>
    (await summaryOf(await api.as(await api.hub.user(role)))).nextHalfTerm;

  it('is not told where its dates are not known', async () => {
    expect(await nextFor('head')).toBeNull();
  });

  it('is told with what is booked in it, which its list has, and what its pace takes', async () => {
    const { dataSource, hub } = api;
    const head = await api.as(await hub.user('head'));
    const save = (path: string, body: object) => head.put(`/api/${path}`).send(body).expect(200);
    await save('school-years/2024-25', {
      ...{ firstDay: '2024-09-02', lastDay: '2025-07-22' },
      holidays: [
        { name: 'Autumn half term', from: '2024-10-28', to: '2024-11-01' },
        { name: 'Christmas', from: '2024-12-23', to: '2025-01-03' },
        { name: 'Spring half term', from: '2025-02-17', to: '2025-02-21' },
        { name: 'Easter', from: '2025-04-14', to: '2025-04-25' },
        { name: 'Summer half term', from: '2025-05-26', to: '2025-05-30' },
      ],
    });
    const { id } = await hub.school({ regionId: here.id });
    // Only those agreed in those very days.
    for (const scheduledOn of ['2025-01-06', '2025-02-14', '2025-01-03', '2025-02-24']) {
      await hub.visit(id, { status: 'scheduled', scheduledOn });
    }
    await hub.visit(id, { status: 'cancelled', scheduledOn: '2025-01-07' });
    const next = await nextFor('head');
    // 180 visits in 197 school days, 30 of them here: 27.4 are 28 visits.
    expect(next).toMatchObject({
      name: 'Spring term, first half',
      ...{ from: '2025-01-06', to: '2025-02-14', atPace: 28 },
      booked: { count: 2 },
    });
    expect(next && (await lengthOf(head, next.booked))).toBe(2);
    // A kind that does not count keeps no pace.
    await dataSource.query(
      `UPDATE visits SET kind = 'other' WHERE school_id = $1 AND scheduled_on = '2025-01-06'`,
      [id],
    );
    const counting = await nextFor('head');
    expect(counting?.booked.count).toBe(1);
    expect(counting && (await lengthOf(head, counting.booked))).toBe(1);
    expect(await nextFor('manager')).toBeNull();
  });
});
