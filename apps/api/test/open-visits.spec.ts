import type { UserEntity } from '@tracker/data';
import { refreshPriorityScores } from '@tracker/work';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2024-11-20';
const NOT_LOGGED = 'The visit of Wed 13 Nov 2024 is not logged yet. This would be another one.';

let api: TestApi;
let head: Agent;
let person: UserEntity;
/** One school each, by what it has. */
const schools: Record<string, string> = {};
beforeAll(async () => {
  api = await startTestApi(TODAY);
  person = await api.hub.user('head');
  head = await api.as(person);
  const near = { easting: 520_000, northing: 210_000 };
  for (const name of ['booked', 'proposed', 'not logged', 'nothing', 'both']) {
    schools[name] = (await api.hub.school({ name, ...near })).id;
  }
  const at = (name: string) => schools[name] as string;
  await api.hub.visit(at('booked'), { status: 'confirmed', scheduledOn: '2024-12-03' });
  await api.hub.visit(at('proposed'), { status: 'proposed' });
  await api.hub.visit(at('not logged'), { status: 'scheduled', scheduledOn: '2024-11-11' });
  await api.hub.visit(at('not logged'), { status: 'scheduled', scheduledOn: '2024-11-13' });
  await api.hub.visit(at('nothing'), { status: 'cancelled', scheduledOn: '2024-12-03' });
  await api.hub.visit(at('both'), { status: 'scheduled', scheduledOn: '2024-11-13' });
  await api.hub.visit(at('both'), { status: 'proposed' });
  await refreshPriorityScores(api.dataSource, TODAY);
}, 30_000);
afterAll(() => api.stop());

describe.each(['schools', 'priority-queue'])('%s', (resource) => {
  const named = async (filter: object) => {
    const answer = await head.get(`/api/${resource}`).query(listQuery({ filter })).expect(200);
    return answer.body.map(({ name }: { name: string }) => name).sort();
  };

  it.each([
    ['booked', ['booked']],
    ['proposed', ['both', 'proposed']],
    ['not_logged', ['both', 'not logged']],
    ['nothing', ['nothing']],
    [
      ['booked', 'nothing'],
      ['booked', 'nothing'],
    ],
    [[], []],
  ])('with %j are %j', async (planned, names) => {
    expect(await named({ planned })).toEqual(names);
  });

  it('an unknown word is refused with those there are', async () => {
    const query = listQuery({ filter: { planned: 'soon' } });
    const { body } = await head.get(`/api/${resource}`).query(query).expect(400);
    expect(body.detail).toBe(
      'The filter "planned" takes one or several of booked, proposed, not_logged, nothing.',
    );
  });

  it('says of each what is open', async () => {
    const { body } = await head.get(`/api/${resource}`).query(listQuery({ sort: ['name', 'ASC'] }));
    const open = body.map((row: Record<string, unknown>) => [
      row['name'],
      row['nextVisitOn'],
      row['unloggedOn'],
      row['proposed'],
    ]);
    expect(open).toEqual([
      ['booked', '2024-12-03', null, false],
      ['both', null, '2024-11-13', true],
      ['not logged', null, '2024-11-13', false],
      ['nothing', null, null, false],
      ['proposed', null, null, true],
    ]);
  });
});

it('on a past day looks at what was on record by then', async () => {
  const filter = { planned: 'not_logged', asOf: '2024-11-15' };
  const { body } = await head.get('/api/schools').query(listQuery({ filter })).expect(200);
  // The visits of this hub were all written today.
  expect(body).toEqual([]);
});

it('schools with an open visit are not offered as close by', async () => {
  const { body } = await head.get(`/api/schools/${schools['booked']}/nearby`).expect(200);
  expect(body.map(({ name }: { name: string }) => name)).toEqual(['nothing']);
});

describe('a day given while another visit is open', () => {
  const plan = () => ({ schoolId: schools['not logged'], scheduledOn: '2024-12-10' });

  it('is warned of', async () => {
    const { body } = await head.get('/api/visits/warnings').query(plan()).expect(200);
    const message =
      'The visit of Mon 11 Nov 2024 and Wed 13 Nov 2024 is not logged yet. This would be another one.';
    expect(body.warnings).toEqual([{ key: 'visit_open', message }]);
  });

  it('is taken only once that is accepted, and the history keeps it', async () => {
    const wish = { schoolId: schools['both'], scheduledOn: '2024-12-10' };
    const refused = await head.post('/api/visits').send({ ...wish, accepting: [] });
    expect(refused.status).toBe(409);
    expect(refused.body.warnings).toEqual([
      {
        key: 'visit_open',
        message: NOT_LOGGED.replace(' This', ' A visit is already proposed. This'),
      },
    ]);
    const taken = await head.post('/api/visits').send({ ...wish, accepting: ['visit_open'] });
    expect(taken.status).toBe(201);
    const { body } = await head.get(`/api/visits/${taken.body.id}/history`).expect(200);
    expect(body[0].overrode).toEqual(['visit_open']);
  });

  it('is no matter to the visit itself that is moved', async () => {
    const school = await api.hub.school();
    const visit = await api.hub.visit(school.id, {
      status: 'scheduled',
      scheduledOn: '2024-11-13',
    });
    await head
      .post(`/api/visits/${visit.id}/schedule`)
      .send({ version: visit.version, scheduledOn: '2024-12-10', accepting: [] })
      .expect(200);
  });
});

describe('the visits of one day', () => {
  const days = async (query: object) => {
    const { body } = await head.get('/api/visits').query(listQuery(query)).expect(200);
    return body.map((visit: Record<string, unknown>) => [visit['schoolName'], visit['startTime']]);
  };

  it('stand by time and then by name, however the days are sorted', async () => {
    const on = async (name: string, startTime: string | null) => {
      const school = await api.hub.school({ name });
      const visit = { status: 'scheduled', scheduledOn: TODAY, startTime, visitorId: person.id };
      await api.hub.visit(school.id, visit as object);
    };
    await on('Zeal School', null);
    await on('Ash School', '15:30');
    await on('Élan School', '09:30');
    await on('Elm School', '09:30');
    await on('Brook School', null);
    const wanted = [
      ['Élan School', '09:30'],
      ['Elm School', '09:30'],
      ['Ash School', '15:30'],
      ['Brook School', null],
      ['Zeal School', null],
    ];
    const filter = { from: TODAY, to: TODAY };
    expect(await days({ filter, sort: ['day', 'ASC'] })).toEqual(wanted);
    expect(await days({ filter, sort: ['day', 'DESC'] })).toEqual(wanted);
    expect(await days({ filter })).toEqual(wanted);
    const { body } = await head.get('/api/today/summary').expect(200);
    expect(
      body.visits.map((visit: Record<string, unknown>) => [
        visit['schoolName'],
        visit['startTime'],
      ]),
    ).toEqual(wanted);
    const pack = await head.get('/api/offline-pack').expect(200);
    expect(pack.body.visits.map((visit: Record<string, unknown>) => visit['schoolName'])).toEqual(
      wanted.map(([name]) => name),
    );
  });

  it('are past once they are over, also when that was today', async () => {
    const school = await api.hub.school({ name: 'Seen today' });
    await api.hub.completedVisit(school.id, TODAY);
    const past = await days({ filter: { past: true, from: TODAY } });
    expect(past).toEqual([['Seen today', null]]);
    const toCome = await days({ filter: { past: false, schoolId: [school.id] } });
    expect(toCome).toEqual([]);
    const undated = await days({
      filter: { past: false, schoolId: [schools['proposed'] as string] },
    });
    expect(undated).toEqual([['proposed', null]]);
  });
});
