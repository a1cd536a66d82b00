import type { HubSettings } from '@tracker/contract';
import {
  checkScoreWeights,
  DEFAULT_PLANNING_RULES,
  DEFAULT_WEIGHTS,
  NO_PLAN_WORDS,
} from '@tracker/domain';
import { runRefresh } from '@tracker/work';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2024-11-20';
const URL = '/api/hub-settings';

let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi(TODAY);
  head = await api.as(await api.hub.user('head'));
});
afterAll(() => api.stop());

const settings = async (): Promise<HubSettings> => (await head.get(URL).expect(200)).body;
const stale = async (): Promise<number> =>
  (await api.dataSource.query('SELECT count(*)::int AS schools FROM stale_scores'))[0].schools;
const heavierMeals = {
  ...DEFAULT_WEIGHTS,
  timeSinceVisit: { ...DEFAULT_WEIGHTS.timeSinceVisit, most: 30 },
  freeSchoolMeals: { most: 40, fullPercent: 40 },
};

it('starts with the defaults', async () => {
  expect(await settings()).toEqual({
    version: 1,
    kindsNotCounting: [],
    firstCycleStartsIn: '2024-25',
    targetVisits: 180,
    weights: DEFAULT_WEIGHTS,
    planRules: { renewalEndsOn: '12-31', phasesNotExpected: ['Nursery', '16 plus'] },
    planWords: NO_PLAN_WORDS,
    fetchPlans: false,
    calendarHosts: ['outlook.office365.com', 'outlook.office.com'],
    planning: DEFAULT_PLANNING_RULES,
    newFactors: [],
  });
});

it('keeps the names that it adds to the lists of plans, tidied, and says which list is wrong', async () => {
  const organisations = [{ name: ' Fenland  Strings', others: ['FST', ''] }];
  const before = await settings();
  const put = (planWords: object) => head.put(URL).send({ ...before, planWords });
  for (const [wrong, sentence] of [
    [{ schemes: [{ name: 'A', others: [] }] }, 'Schemes: “A” is too short to be found in a text.'],
    [{ hubNames: 'HMS' }, 'Names of the hub: give a list of at most 20.'],
    [{ labels: { ...NO_PLAN_WORDS.labels, colour: [] } }, 'colour'],
  ] as const) {
    const { body } = await put({ ...NO_PLAN_WORDS, ...wrong }).expect(422);
    expect(body.detail).toContain(sentence);
  }
  const { body } = await put({ ...NO_PLAN_WORDS, organisations }).expect(200);
  const kept = {
    ...NO_PLAN_WORDS,
    organisations: [{ name: 'Fenland Strings', others: ['FST'] }],
  };
  expect(body.planWords).toEqual(kept);
  // Left out, they stay.
  const others: Partial<HubSettings> = { ...body };
  delete others.planWords;
  delete others.fetchPlans;
  await head.put(URL).send(others).expect(200);
  expect(await settings()).toMatchObject({ planWords: kept, fetchPlans: false });
  expect(await stale()).toBe(0);
  await api.dataSource.query('DELETE FROM settings');
});

it('ranks every school again by another day until which plans may be renewed', async () => {
  const school = await api.hub.school({ phase: 'Primary' });
  await api.dataSource.query(
    `INSERT INTO music_development_plans (school_id, academic_year, last_academic_year, known_from, known_on)
     VALUES ($1, '2023-24', '2023-24', 'seen', '2023-10-02')`,
    [school.id],
  );
  await runRefresh(api.dataSource, TODAY);
  const plan = async () =>
    (await head.get(`/api/priority-queue/${school.id}`)).body.factors.find(
      ({ key }: { key: string }) => key === 'no_music_plan',
    );
  expect(await plan()).toMatchObject({
    points: 0,
    detail: 'The plan on record covers 2023-24; it is to be renewed by 31 December 2024.',
  });
  const { planRules, ...others } = await settings();
  const october = { ...planRules, renewalEndsOn: '10-31' };
  const { body } = await head
    .put(URL)
    .send({ ...others, planRules: october })
    .expect(200);
  expect(body.planRules).toEqual(october);
  // Left out, they stay.
  await head
    .put(URL)
    .send({ ...others, version: body.version })
    .expect(200);
  expect((await settings()).planRules).toEqual(october);
  await runRefresh(api.dataSource, TODAY);
  expect(await plan()).toMatchObject({
    points: 10,
    detail: 'The plan on record covers 2023-24.',
  });
  const wrong = { ...planRules, renewalEndsOn: '31-12' };
  const refused = await head
    .put(URL)
    .send({ ...(await settings()), planRules: wrong })
    .expect(422);
  expect(refused.body.errors).toEqual([
    {
      field: 'planRules',
      message: 'Give the day until which a plan may be renewed as month and day, like 12-31.',
    },
  ]);
  await head
    .put(URL)
    .send({ ...(await settings()), planRules })
    .expect(200);
  await api.dataSource.query('DELETE FROM music_development_plans');
  await api.dataSource.query('DELETE FROM schools');
  await api.dataSource.query('DELETE FROM settings');
});

it('ranks every school again by new points', async () => {
  const school = await api.hub.school({ fsmPercent: 40 });
  await runRefresh(api.dataSource, TODAY);
  const score = async () => (await head.get(`/api/priority-queue/${school.id}`)).body.score;
  expect(await score()).toBe(85);
  const changed = { ...(await settings()), weights: heavierMeals };
  const { body } = await head.put(URL).send(changed).expect(200);
  expect(body).toEqual({ ...changed, version: 2 });
  expect(await stale()).toBe(1);
  await runRefresh(api.dataSource, TODAY);
  expect(await score()).toBe(85);
  const { factors } = (await head.get(`/api/priority-queue/${school.id}`)).body;
  expect(factors.slice(0, 2).map(({ points }: { points: number }) => points)).toEqual([30, 40]);
});

it('counts the clock and the states anew when a kind of visit no longer counts', async () => {
  const school = await api.hub.school();
  await api.hub.visit(school.id, {
    ...{ kind: 'other', status: 'completed', visitedOn: '2024-10-01' },
  });
  const state = async () => (await head.get(`/api/schools/${school.id}`)).body.state;
  expect(await state()).toBe('on_track');
  await head
    .put(URL)
    .send({ ...(await settings()), kindsNotCounting: ['other'] })
    .expect(200);
  expect(await state()).toBe('never_visited');
  expect(await stale()).toBe(2);
  await runRefresh(api.dataSource, TODAY);
});

it('ranks nothing again for another first cycle, and opens the cycles in its step', async () => {
  const cycles = async () =>
    (await head.get('/api/visit-cycles')).body.map((cycle: { startsIn: string }) => cycle.startsIn);
  expect(await cycles()).toEqual(['2024-25']);
  await head
    .put(URL)
    .send({ ...(await settings()), firstCycleStartsIn: '2023-24' })
    .expect(200);
  expect(await cycles()).toEqual(['2023-24']);
  expect(await stale()).toBe(0);
});

it('measures progress against another target', async () => {
  await head
    .put(URL)
    .send({ ...(await settings()), targetVisits: 200 })
    .expect(200);
  expect((await settings()).targetVisits).toBe(200);
  expect(await stale()).toBe(0);
});

it('tells the second of two people, with what is there now', async () => {
  const opened = await settings();
  const mine = { ...opened, kindsNotCounting: [] };
  await head.put(URL).send(mine).expect(200);
  const late = await head
    .put(URL)
    .send({ ...opened, firstCycleStartsIn: '2022-23' })
    .expect(409);
  expect(late.body.current).toEqual({ ...mine, version: opened.version + 1 });
  expect(await settings()).toEqual(late.body.current);
});

it('saved as it is changes nothing', async () => {
  const present = await settings();
  await runRefresh(api.dataSource, TODAY);
  expect((await head.put(URL).send(present).expect(200)).body).toEqual(present);
  expect(await stale()).toBe(0);
});

it('stands in the trail in words', async () => {
  const admin = await api.as(await api.hub.user('admin'));
  const { body } = await admin.get('/api/audit').expect(200);
  const sentences = body.map(({ sentence }: { sentence: string }) => sentence);
  expect(sentences).toContainEqual(
    expect.stringContaining('Setting score weights added, by Test head'),
  );
});

it.each<[string, object, string]>([
  ['points that are not 100', { weights: { ...DEFAULT_WEIGHTS, noMusicLead: 6 } }, 'add up to 100'],
  [
    'points below 0',
    { weights: { ...DEFAULT_WEIGHTS, noMusicLead: -5 } },
    'No music lead: give points from 0 to 100',
  ],
  [
    'time that counts in full at once',
    { weights: { ...DEFAULT_WEIGHTS, timeSinceVisit: { most: 50, fromMonths: 9, fullMonths: 9 } } },
    'must come after',
  ],
  ['no points', { weights: undefined }, 'Give the points of each factor.'],
  [
    'no kind that counts',
    { kindsNotCounting: ['cycle', 'follow_up', 'other'] },
    'At least one kind of visit must count.',
  ],
  ['a kind that is none', { kindsNotCounting: ['call'] }, 'Kinds of visit are cycle'],
  ['a year that is none', { firstCycleStartsIn: '2024' }, 'written 2024-25'],
  ['a target that is none', { targetVisits: 0 }, 'whole number of visits, 1 to'],
  ['a setting that is none', { colour: 'red' }, 'colour'],
  ['no version', { version: undefined }, 'Say which version'],
])('refuses %s', async (_, change, sentence) => {
  const before = await settings();
  const { body } = await head
    .put(URL)
    .send({ ...before, ...change })
    .expect(422);
  expect(body.detail).toContain(sentence);
  expect(await settings()).toEqual(before);
});

describe('settings of an earlier version', () => {
  const partsOf = (value: object, path: string[] = []): string[][] =>
    Object.entries(value).flatMap(([key, part]) => [
      [...path, key],
      ...(typeof part === 'object' ? partsOf(part, [...path, key]) : []),
    ]);

  const saveWithout = (weights: object, path: string[]) =>
    api.dataSource.query(
      `INSERT INTO settings (key, value) VALUES ('weights', $1::jsonb #- $2)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [JSON.stringify(weights), path],
    );
  const scoreOf = async ({ id }: { id: string }): Promise<number> => {
    await runRefresh(api.dataSource, TODAY);
    return (await head.get(`/api/priority-queue/${id}`).expect(200)).body.score;
  };

  it.each(partsOf(DEFAULT_WEIGHTS))('rank without %s %s', async (...path) => {
    const parts = path.filter((part) => typeof part === 'string');
    const [factor = '', name = 'most'] = parts;
    // Half of what the percentage gives, and all that is for what is not known.
    const lost = { timeSinceVisit: 50, freeSchoolMeals: 10, noMusicPlan: 10, noMusicLead: 5 };
    const school = await api.hub.school({ fsmPercent: 20 });
    await saveWithout(DEFAULT_WEIGHTS, parts);
    expect(await scoreOf(school)).toBe(
      75 - (name === 'most' ? (lost[factor as keyof typeof lost] ?? 0) : 0),
    );
  });

  it('still add up to what the hub chose: a factor that came later gives no points', async () => {
    const chosen = { ...DEFAULT_WEIGHTS, noMusicPlan: 15 };
    await saveWithout(chosen, ['noMusicLead']);
    const { weights, newFactors } = await settings();
    expect(newFactors).toEqual(['noMusicLead']);
    expect(weights).toEqual({ ...chosen, noMusicLead: 0 });
    expect(checkScoreWeights(weights)).toBeNull();
    const school = await api.hub.school({ fsmPercent: 20 });
    expect(await scoreOf(school)).toBe(75);
  });
});
