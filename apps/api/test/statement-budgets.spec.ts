import { randomUUID } from 'node:crypto';
import { BY_ITS_VALUES } from '@tracker/data';
import { AbstractLogger, DataSource } from 'typeorm';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
let schoolId: string;
let asked: string[] = [];

/** Hears what the API's own data source sends; the test's is another. */
class Listener extends AbstractLogger {
  override logQuery(statement: string): void {
    if (!/^(START TRANSACTION|COMMIT)/.test(statement)) asked.push(statement);
  }
  protected override writeLog(): void {}
}

beforeAll(async () => {
  api = await startTestApi();
  api.app.get(DataSource).logger = new Listener('all');
  const region = await api.hub.region();
  for (let n = 0; n < 30; n += 1) await api.hub.school({ regionId: region.id });
  ({ id: schoolId } = await api.hub.school({ regionId: region.id }));
  head = await api.as(await api.hub.user('head'));
  for (const visitedOn of ['2021-05-04', '2023-06-07', '2024-01-09']) {
    await api.hub.visit(schoolId, { status: 'completed', visitedOn });
  }
});
afterAll(() => api.stop());

/** The session, with the hub's settings, is one of each. */
async function statementsOf(ask: () => PromiseLike<unknown>): Promise<number> {
  asked = [];
  await ask();
  if (asked.length === 0) throw new Error('Nothing was heard.');
  return asked.length;
}

const page = listQuery({ range: [0, 24] });
const outcome = { visitedOn: '2024-11-19', summary: 'Two choirs.', peopleMet: [] };
const keyed = (path: string, body: object) =>
  head.post(path).set('Idempotency-Key', randomUUID()).send(body);

it.each<[string, number, () => PromiseLike<unknown>]>([
  ['a list: the page with the count', 2, () => head.get('/api/schools').query(page).expect(200)],
  ['a list of visits', 2, () => head.get('/api/visits').query(page).expect(200)],
  ['one school', 2, () => head.get(`/api/schools/${schoolId}`).expect(200)],
  [
    'one school with its visits',
    3,
    () => head.get(`/api/schools/${schoolId}/timeline`).query(page).expect(200),
  ],
  [
    // Two of them for the key under which the answer is kept, one for what is answered.
    'an unplanned visit logged',
    8,
    () => keyed('/api/visits', { schoolId, outcome }).expect(201),
  ],
])('%s takes no more statements than %i', async (_, most, ask) => {
  expect(await statementsOf(ask)).toBeLessThanOrEqual(most);
});

it('a planned visit logged takes no more statements than 8', async () => {
  const visit = await api.hub.visit(schoolId, { status: 'scheduled', scheduledOn: '2024-11-19' });
  const log = () => keyed(`/api/visits/${visit.id}/outcome`, outcome).expect(200);
  expect(await statementsOf(log)).toBeLessThanOrEqual(8);
});

it('whoever may not write there is refused before anything is kept', async () => {
  const elsewhere = await api.hub.region();
  const regional = await api.as(await api.hub.user('regional', [elsewhere.id]));
  const before = await api.dataSource.query('SELECT count(*) FROM visits');
  await regional.post('/api/visits').send({ schoolId, outcome }).expect(403);
  await regional.post('/api/visits').send({ schoolId: randomUUID(), outcome }).expect(404);
  expect(await api.dataSource.query('SELECT count(*) FROM visits')).toEqual(before);
});

it.each([
  [{}, false],
  [{ phase: 'Primary' }, true],
  [{ regionId: randomUUID(), phase: 'Primary' }, true],
  [{ regionId: randomUUID() }, false],
  [{ q: 'st mary' }, false],
])('a page of schools narrowed by %j is planned by its values: %s', async (filter, byValues) => {
  await statementsOf(() =>
    head
      .get('/api/schools')
      .query(listQuery({ filter, range: [0, 24] }))
      .expect(200),
  );
  const ofList = asked.filter((text) => !text.includes('FROM sessions'));
  expect(ofList.map((text) => text.startsWith(BY_ITS_VALUES))).toEqual([byValues]);
});
