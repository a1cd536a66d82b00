import type { PlanFigures, PlanRoundEntry, School } from '@tracker/contract';
import { addDays, isInPlanRound, PLAN_STATES, placeInRound, type PlanState } from '@tracker/domain';
import type { RegionEntity, UserEntity } from '@tracker/data';
import { runRefresh } from '@tracker/work';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2026-11-20';

let api: TestApi;
let north: RegionEntity;
let south: RegionEntity;
let callum: UserEntity;
let head: Agent;
let visitor: Agent;
/** What each school was made for, by its id. */
const made = new Map<string, { state: PlanState; nextVisitOn: string | null; regionId: string }>();

/** A plan's years, a look's day and the phase that make each state. */
const SCENES: Record<PlanState, { years?: [string, string]; lookedOn?: string; phase?: string }> = {
  current: { years: ['2025-26', '2026-27'] },
  to_renew: { years: ['2025-26', '2025-26'] },
  out_of_date: { years: ['2022-23', '2024-25'] },
  not_expected: { phase: 'Nursery' },
  none_found: { lookedOn: '2026-10-12' },
  not_looked: { lookedOn: '2026-07-12' },
};

async function makeSchool(state: PlanState, regionId: string, nextVisitOn: string | null) {
  const { years, lookedOn, phase = 'Primary' } = SCENES[state];
  const school = await api.hub.school({
    ...{ regionId, phase, fsmPercent: (made.size * 7) % 40, website: 'https://school.example' },
  });
  if (years) {
    await api.dataSource.query(
      `INSERT INTO music_development_plans (school_id, academic_year, last_academic_year, known_from, known_on, url)
       VALUES ($1, $2, $3, 'seen', '2026-01-10', 'https://school.example/music')`,
      [school.id, ...years],
    );
  }
  if (lookedOn) {
    await api.dataSource.query(
      `INSERT INTO plan_looks (school_id, looked_on, looked_by_id, result) VALUES ($1, $2, $3, 'none')`,
      [school.id, lookedOn, callum.id],
    );
  }
  if (nextVisitOn) {
    await api.hub.visit(school.id, {
      ...{ status: 'scheduled', scheduledOn: nextVisitOn, visitorId: callum.id },
    });
  }
  made.set(school.id, { state, nextVisitOn, regionId });
}

beforeAll(async () => {
  api = await startTestApi(TODAY);
  [north, south] = [await api.hub.region('North'), await api.hub.region('South')];
  callum = await api.hub.user('regional', [north.id], 'Callum Reed');
  head = await api.as(await api.hub.user('head'));
  visitor = await api.as(callum);
  const visits = [null, addDays(TODAY, 14), addDays(TODAY, 15)];
  for (const state of PLAN_STATES) {
    for (const nextVisitOn of visits) {
      for (const { id } of [north, south]) await makeSchool(state, id, nextVisitOn);
    }
  }
  await runRefresh(api.dataSource, TODAY);
});
afterAll(() => api.stop());

const list = async <Row>(path: string, filter: object = {}, agent = head): Promise<Row[]> =>
  (
    await agent
      .get(path)
      .query({ filter: JSON.stringify(filter), range: '[0,99]' })
      .expect(200)
  ).body;
const round = (filter: object = {}, agent = head) =>
  list<PlanRoundEntry>('/api/plan-round', filter, agent);

it('has every school to look for, visited soon first, then by state, as queued in each', async () => {
  const queue = await list<{ id: string }>('/api/priority-queue');
  const expected = queue
    .map(({ id }) => id)
    .filter((id) => isInPlanRound(made.get(id)!.state))
    .map((id) => ({ id, ...made.get(id)! }))
    .map((school, rank) => ({ ...school, rank }))
    .sort(
      (a, b) =>
        placeInRound(a.state, a.nextVisitOn, TODAY) - placeInRound(b.state, b.nextVisitOn, TODAY) ||
        a.rank - b.rank,
    );
  const rows = await round();
  expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  expect(rows.map(({ state }) => state)).toEqual(expected.map(({ state }) => state));
  expect(rows.filter(({ visitedSoon }) => visitedSoon)).toHaveLength(8);
  const paged = await head.get('/api/plan-round?range=[5,9]').expect(200);
  expect(paged.body).toEqual(rows.slice(5, 10));
  expect(paged.headers['content-range']).toBe('plan-round 5-9/24');
});

it('says why, and where to look', async () => {
  const [renew] = await round({ state: 'to_renew', visitedSoon: false });
  expect(renew).toMatchObject({
    sentence: 'The plan on record covers 2025-26; it is to be renewed by 31 December 2026.',
    ...{ address: 'https://school.example/music', goneOn: null, visitedSoon: false },
  });
  const [never] = await round({ state: 'not_looked' });
  expect(never).toMatchObject({
    sentence: 'Nobody has looked for a plan in 2026-27.',
    ...{ address: null, website: 'https://school.example', toldAddress: null },
  });
});

it('is narrowed to a region, a state, one’s own and what is visited soon', async () => {
  const ids = async (filter: object, agent = head) =>
    (await round(filter, agent)).map(({ id }) => id).sort();
  const those = (
    holds: (one: {
      state: PlanState;
      regionId: string;
      soon: boolean;
      visited: boolean;
    }) => boolean,
  ) =>
    [...made]
      .filter(([, { state }]) => isInPlanRound(state))
      .filter(([, { nextVisitOn, ...one }]) =>
        holds({ ...one, soon: nextVisitOn === addDays(TODAY, 14), visited: nextVisitOn !== null }),
      )
      .map(([id]) => id)
      .sort();
  expect(await ids({ regionId: north.id })).toEqual(those(({ regionId }) => regionId === north.id));
  expect(await ids({ state: ['none_found', 'out_of_date'] })).toEqual(
    those(({ state }) => ['none_found', 'out_of_date'].includes(state)),
  );
  expect(await ids({ visitedSoon: true })).toEqual(those(({ soon }) => soon));
  expect(await ids({ mine: true }, visitor)).toEqual(those(({ visited }) => visited));
  expect(await ids({ mine: false }, visitor)).toEqual(those(({ visited }) => !visited));
  await head.get('/api/plan-round?filter={"state":"current"}').expect(400);
});

it('counts schools by state, and every number is the length of its list', async () => {
  const { body } = await head.get('/api/plan-figures').expect(200);
  const figures = body as PlanFigures;
  expect(figures).toMatchObject({ asOf: TODAY, academicYear: '2026-27', schools: 36 });
  expect(figures.states.map(({ state }) => state)).toEqual([...PLAN_STATES]);
  for (const { regionId, name, states } of [
    { ...figures, regionId: undefined, name: '' },
    ...figures.byRegion,
  ]) {
    expect([undefined, north.id, south.id]).toContain(regionId);
    for (const { state, schools } of states) {
      const filter = { planState: state, inScope: true, ...(regionId && { regionId }) };
      const listed = await list<School>('/api/schools', filter);
      expect([name, state, listed.length]).toEqual([name, state, schools]);
      const queued = await list('/api/priority-queue', {
        planState: state,
        ...(regionId && { regionId }),
      });
      expect(queued).toHaveLength(schools);
    }
  }
  const own = await head.get(`/api/plan-figures?regionId=${south.id}`).expect(200);
  expect(own.body).toMatchObject({ schools: 18, byRegion: [{ name: 'South', schools: 18 }] });
});

it('leaves out who is out of scope', async () => {
  const before = await round();
  await api.hub.school({ status: 'closed' });
  await runRefresh(api.dataSource, TODAY);
  expect(await round()).toEqual(before);
});
