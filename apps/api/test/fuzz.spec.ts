import { faultsOf, fuzz, inWords, Sender } from '../../tools/src/benchmark/fuzz';
import { saveTogether, wrongsOf } from '../../tools/src/benchmark/savers';
import { People } from '../../tools/src/benchmark/people';
import { fillDemoHub } from '@tracker/tools';
import { startTestApi, type TestApi } from './support/test-api';

const TODAY = '2024-11-20';
const NO_TABLES = /(?!)/;

let api: TestApi;
let origin: string;
beforeAll(async () => {
  api = await startTestApi(TODAY);
  await fillDemoHub(api.dataSource, TODAY);
  origin = await api.app.getUrl();
}, 60_000);
afterAll(() => api.stop());

describe('requests made up from the description of the API', () => {
  it('are never answered with a failure, late, with SQL or in another shape', async () => {
    const target = { origin, dataSource: api.dataSource, today: TODAY };
    const { requests, answers, found } = await fuzz(target, 1_500, 'the same each time');
    expect(found.map(inWords)).toEqual([]);
    expect(requests).toBe(1_500);
    // Enough of them get through to where the work is done.
    expect(answers['2xx']).toBeGreaterThan(250);
  }, 120_000);
});

const DEEP = '['.repeat(20_000) + ']'.repeat(20_000);
const JSON_TYPE = { 'content-type': 'application/json' };

/** What was once answered with a failure, or past the shape of a problem. */
describe('requests that failed once', () => {
  it.each([
    ['a body nested beyond the stack', 400, 'POST', '/api/regions', JSON_TYPE, DEEP],
    ['a filter by no band of free school meals', 200, 'GET', query({ fsmBand: [] }), {}, ''],
    ['a filter by no state', 200, 'GET', query({ state: [] }), {}, ''],
    [
      'a boundary of hundreds of characters',
      400,
      'POST',
      '/api/imports/columns',
      { 'content-type': `multipart/form-data; boundary=${'b'.repeat(300)}` },
      'x',
    ],
    [
      'a body that says it is compressed',
      415,
      'POST',
      '/api/regions',
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
      '{"name":"North"}',
    ],
    [
      'a list in the place of an action',
      422,
      'POST',
      '/api/visits/00000000-0000-4000-8000-000000000000/outcome',
      JSON_TYPE,
      '{"visitedOn":"2024-11-20","summary":"Fine.","actions":[[]]}',
    ],
    [
      'half of a character in an address',
      400,
      'POST',
      '/api/auth/first-admin',
      JSON_TYPE,
      '{"token":"t","name":"Jo","email":"\\ud800@hub.example","password":"visit-every-school"}',
    ],
    ['an id that is badly escaped', 400, 'GET', '/api/schools/%ff', {}, ''],
    ['one of a method that no route has', 404, 'OPTIONS', '/api/schools%', {}, ''],
    ['an id of hundreds of characters', 414, 'GET', `/api/schools/${'x'.repeat(500)}`, {}, ''],
    ['headers of 70,000 characters', 431, 'GET', '/api/schools', { 'x-a': 'x'.repeat(70_000) }, ''],
  ] as const)('%s', async (_, status, method, url, headers, body) => {
    const sender = new Sender(origin);
    const { cookie } = await new People(api.dataSource).of('head');
    const request = {
      path: url,
      method,
      url,
      headers: { ...headers, cookie },
      ...(body ? { body: Buffer.from(body) } : {}),
    };
    const answer = await sender.send(request);
    sender.close();
    expect([answer.status, answer.text]).toEqual([status, answer.text]);
    expect(faultsOf(answer, method, NO_TABLES)).toEqual([]);
  });
});

function query(filter: object): string {
  return `/api/schools?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}

it('twenty who save one school at once win a version each, and nothing is lost', async () => {
  const school = await api.hub.school();
  const people = await new People(api.dataSource).several('head', 20);
  const savers = people.map(({ cookie }, n) => ({
    words: `Saver ${n + 1} was here.`,
    headers: { cookie },
  }));
  const report = await saveTogether(`${origin}/api/schools/${school.id}`, savers);
  expect(wrongsOf(report, savers.length)).toEqual([]);
  expect(report.conflicts).toBeGreaterThan(0);
}, 60_000);
