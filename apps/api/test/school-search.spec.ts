import { plainName } from '@tracker/domain';
import { csvOf, registerRow } from '@tracker/testing/imports';
import { sweepImports } from '@tracker/work';
import { startTestApi, type Agent, type TestApi } from './support/test-api';

jest.setTimeout(120_000);

let api: TestApi;
let admin: Agent;

const NAMES = [
  'Ysgol Gŵyl Dewi School',
  'Zoë Baird Academy',
  'Núñez College',
  "St Mary's Church of England Primary School",
  'Saint Oswald CofE Junior School',
  'Hexton JMI School',
  'Ashwell Junior Mixed and Infant School',
  'Bury & Down Free School',
  'Reed and Pond First School',
  'King’s Meadow School',
  'Cedars Upper School',
];

beforeAll(async () => {
  api = await startTestApi();
  admin = await api.as(await api.hub.user('admin'));
  const rows = NAMES.map((name, i) =>
    registerRow(700001 + i, { EstablishmentName: name, Town: 'Linsborough', Postcode: 'SG1 1AA' }),
  );
  await admin
    .post('/api/imports')
    .field('kind', 'schools')
    .attach('file', Buffer.from(csvOf(rows)), 'file.csv')
    .expect(202);
  await sweepImports(api.dataSource, { dataDir: api.env.dataDir, today: '2024-11-20' });
});
afterAll(() => api.stop());

const found = async (q: string, more: object = {}): Promise<string[]> => {
  const filter = JSON.stringify({ q, ...more });
  const { body } = await admin.get('/api/schools').query({ filter }).expect(200);
  return (body as { name: string }[]).map(({ name }) => name);
};

it.each([
  ['Gwyl', 'Ysgol Gŵyl Dewi School'],
  ['Gŵyl', 'Ysgol Gŵyl Dewi School'],
  ['gŵyl dewi', 'Ysgol Gŵyl Dewi School'],
  ['Zoe', 'Zoë Baird Academy'],
  ['Zoë', 'Zoë Baird Academy'],
  ['Nunez', 'Núñez College'],
  ['NÚÑEZ', 'Núñez College'],
  ['Saint Mary', "St Mary's Church of England Primary School"],
  ["St. Mary's", "St Mary's Church of England Primary School"],
  ['St Marys', "St Mary's Church of England Primary School"],
  ['St Mary‘s', "St Mary's Church of England Primary School"],
  ['St Mary CofE', "St Mary's Church of England Primary School"],
  ['mary c of e', "St Mary's Church of England Primary School"],
  ['mary church of eng', "St Mary's Church of England Primary School"],
  ['St Oswald', 'Saint Oswald CofE Junior School'],
  ['oswald church of england', 'Saint Oswald CofE Junior School'],
  ['Meadw', 'King’s Meadow School'],
  ['Hexton Junior Mixed and Infant', 'Hexton JMI School'],
  ['Hexton Junior Mixed & Infants', 'Hexton JMI School'],
  ['Ashwell JMI', 'Ashwell Junior Mixed and Infant School'],
  ['Ashwell Junior Mix', 'Ashwell Junior Mixed and Infant School'],
  ['Bury and Down', 'Bury & Down Free School'],
  ['Reed & Pond', 'Reed and Pond First School'],
  ["King's Meadow", 'King’s Meadow School'],
  ['Kings meadow', 'King’s Meadow School'],
  ['700011', 'Cedars Upper School'],
])('a search for %j finds %j first', async (q, name) => {
  expect((await found(q))[0]).toBe(name);
});

it('finds the same whichever spelling is asked for', async () => {
  const church = (await found('Church of England')).sort();
  expect(church).toEqual([
    'Saint Oswald CofE Junior School',
    "St Mary's Church of England Primary School",
  ]);
  for (const q of ['CofE', 'C of E', 'CE', 'c.of.e'])
    expect((await found(q)).sort()).toEqual(church);
  const infants = (await found('Junior Mixed and Infant')).sort();
  expect(infants).toEqual(['Ashwell Junior Mixed and Infant School', 'Hexton JMI School']);
  expect((await found('JMI')).sort()).toEqual(infants);
});

it('finds nothing for signs alone, and what a town or postcode says', async () => {
  expect(await found('!?')).toEqual([]);
  expect(await found('linsborough')).toHaveLength(NAMES.length);
  expect(await found('sg11aa')).toHaveLength(NAMES.length);
});

it.each([
  'school',
  'scho',
  'sch',
  's',
  'st mary',
  'mary ce prim',
  'linsborough',
  'own',
  'bury and d',
])('what is found by %j is in the order of its likeness', async (q) => {
  const names = await found(q);
  expect(names.length).toBeGreaterThan(0);
  const inOrder: { name: string }[] = await api.dataSource.query(
    `SELECT name FROM schools WHERE name = ANY ($2)
       ORDER BY word_similarity($1, search_text) DESC, name COLLATE "und-x-icu", id`,
    [plainName(q), names],
  );
  expect(names).toEqual(inOrder.map(({ name }) => name));
});

it('is the same in the queue and the visits', async () => {
  const [{ id }] = await api.dataSource.query('SELECT id FROM schools WHERE urn = 700001');
  await admin.post('/api/visits').send({ schoolId: id, kind: 'cycle' }).expect(201);
  for (const list of ['visits', 'priority-queue']) {
    const query = { filter: JSON.stringify({ q: 'Gwyl' }) };
    const { body, headers } = await admin.get(`/api/${list}`).query(query).expect(200);
    if (list === 'visits') expect(body).toHaveLength(1);
    expect(headers['content-range']).toBeDefined();
  }
});

it('writes names in one spelling just as the importer does', async () => {
  const names: { name: string }[] = await api.dataSource.query('SELECT name FROM schools');
  const odd = [
    'ÀÉÎÕÜ Ñandú Ŵ ß æ ø', "O‛Brien's ʼn′ ＇ `x´", 'St. C. of E. V.A. J.M.I.', 'R.C. & Cath + Prim. Inf',
    'Junior Mixed Infant', 'JM&I', 'jmandi', 'Juniors Infants Jnr', 'École 😀 مدرسة 学校', '   ', '',
    'Church of  England (VC)', 'Voluntary Controlled C.E.', 'Saints', 'coe C E',
  ]; // prettier-ignore
  for (const name of [...NAMES, ...names.map((row) => row.name), ...odd]) {
    const [row] = await api.dataSource.query(
      'SELECT school_one_spelling(school_plain_text($1)) AS plain',
      [name],
    );
    expect([name, row.plain]).toEqual([name, plainName(name)]);
  }
});

it('has no region as one of the regions to ask for', async () => {
  await api.dataSource.query(
    `WITH r AS (INSERT INTO regions (name) VALUES ('Search') RETURNING id)
     UPDATE schools SET region_id = r.id FROM r WHERE urn = 700001`,
  );
  const none = await found('linsborough', { regionId: 'none' });
  expect(none).toHaveLength(NAMES.length - 1);
  expect(none).not.toContain(NAMES[0]);
  const [{ id }] = await api.dataSource.query(`SELECT id FROM regions WHERE name = 'Search'`);
  expect(await found('linsborough', { regionId: ['none', id] })).toHaveLength(NAMES.length);
  const filter = JSON.stringify({ regionId: 'nowhere' });
  await admin.get('/api/visits').query({ filter }).expect(400);
});

it.each(['Sian', 'Siân', 'gwyl', 'O’Brien', "O'Brien", 'OBrien', 'sian gwyl'])(
  'finds a contact by %j',
  async (q) => {
    const [{ id: schoolId }] = (await admin.get('/api/schools').query({ range: '[0,0]' })).body;
    const head = await api.as(await api.hub.user('head'));
    const person = { schoolId, name: "Siân Gŵyl O'Brien", role: 'other' };
    const made = await head.post('/api/contacts').send(person).expect(201);
    const filter = JSON.stringify({ q });
    const { body } = await head.get('/api/contacts').query({ filter }).expect(200);
    expect((body as { id: string }[]).map(({ id }) => id)).toContain(made.body.id);
  },
);

it('finds people, regions and surveys whatever accents, capitals and apostrophes are typed', async () => {
  await admin
    .post('/api/users')
    .send({ ...USER, name: 'Zoë O’Núñez' })
    .expect(201);
  await admin.post('/api/regions').send({ name: 'Gŵyl Côte', districts: [] }).expect(201);
  const names = async (path: string, q: string) => {
    const { body } = await admin
      .get(path)
      .query({ filter: JSON.stringify({ q }) })
      .expect(200);
    return (body as { name: string }[]).map(({ name }) => name);
  };
  expect(await names('/api/users', 'zoe o’nunez')).toEqual(['Zoë O’Núñez']);
  expect(await names('/api/users', "ZOE O'NU")).toEqual(['Zoë O’Núñez']);
  expect(await names('/api/users', 'zoe.baird@')).toEqual(['Zoë O’Núñez']);
  expect(await names('/api/regions', 'gwyl cote')).toEqual(['Gŵyl Côte']);
  expect(await names('/api/regions', 'côt')).toEqual(['Gŵyl Côte']);
  expect(await names('/api/regions', '%')).toEqual([]);
});

const USER = { email: 'zoe.baird@hub.example', role: 'regional', regionIds: [] };
