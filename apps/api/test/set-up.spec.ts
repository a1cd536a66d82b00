import type { SetUp, SetUpStepKey } from '@tracker/contract';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
});
afterAll(() => api.stop());

const setUpOf = async (agent: Agent): Promise<SetUp> =>
  (await agent.get('/api/today/set-up').expect(200)).body;
const doneOf = (setUp: SetUp): SetUpStepKey[] =>
  setUp.steps.filter(({ done }) => done).map(({ key }) => key);

it('says step by step what a new hub has put in place', async () => {
  const admin = await api.as(await api.hub.user('admin'));
  const first = await setUpOf(admin);
  expect(first.steps.map(({ key }) => key)).toEqual([
    ...['register', 'links', 'census', 'regions', 'term_dates', 'bank_holidays'],
    ...['hub_name', 'people', 'past_visits', 'survey'],
  ]);
  expect(doneOf(first)).toEqual([]);

  const region = await api.hub.region();
  const { id } = await api.hub.school({ regionId: region.id, fsmPercent: 12.5 });
  await api.hub.completedVisit(id, '2024-10-02');
  await api.hub.user('head');
  const last = await setUpOf(admin);
  expect(doneOf(last)).toEqual(['register', 'census', 'regions', 'people', 'past_visits']);
  expect(last.steps.find(({ key }) => key === 'register')?.count).toBe(1);
});

it('knows the term dates and bank holidays of this year only', async () => {
  const admin = await api.as(await api.hub.user('admin'));
  await api.dataSource.query(
    `INSERT INTO school_years (year, first_day, last_day) VALUES ('2023-24', '2023-09-04', '2024-07-19')`,
  );
  await api.dataSource.query(`INSERT INTO bank_holiday_years (year) VALUES (2024)`);
  const steps = doneOf(await setUpOf(admin));
  expect(steps).toContain('bank_holidays');
  expect(steps).not.toContain('term_dates');
});

it('is for those who run the hub', async () => {
  await (await api.as(await api.hub.user('manager'))).get('/api/today/set-up').expect(403);
  await (await api.as(await api.hub.user('regional'))).get('/api/today/set-up').expect(403);
});
