import type { School } from '@tracker/contract';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  head = await api.as(await api.hub.user('head'));
});
afterAll(() => api.stop());

async function names(filter: object): Promise<string[]> {
  const answer = await head.get('/api/schools').query(listQuery({ filter })).expect(200);
  return (answer.body as School[]).map((school) => school.name);
}

describe('the state of a school, by the rule and its examples', () => {
  it.each([
    ['2021-11-19', 'overdue', '2024-11-19'],
    ['2021-11-20', 'due', '2024-11-20'],
    ['2022-08-31', 'due', '2025-08-31'],
    ['2022-09-01', 'on_track', '2025-09-01'],
    [null, 'never_visited', null],
  ])('last visit %s is %s, in the record and as a filter', async (visitedOn, state, dueOn) => {
    const school = await api.hub.school();
    if (visitedOn) await api.hub.completedVisit(school.id, visitedOn);
    const { body } = await head.get(`/api/schools/${school.id}`).expect(200);
    expect(body).toMatchObject({ state, lastVisitedOn: visitedOn, dueOn });
    for (const other of ['never_visited', 'overdue', 'due', 'on_track']) {
      const found = await names({ state: other });
      expect([other, found.includes(school.name)]).toEqual([other, other === state]);
    }
  });

  it.each(['proposed', 'scheduled', 'confirmed', 'cancelled', 'not_held'] as const)(
    'a %s visit never counts',
    async (status) => {
      const school = await api.hub.school();
      await api.hub.visit(school.id, { status, scheduledOn: '2024-10-01', cancelledBy: null });
      const { body } = await head.get(`/api/schools/${school.id}`).expect(200);
      expect(body).toMatchObject({ state: 'never_visited', lastVisitedOn: null });
    },
  );

  it('a school outside the cycle has none', async () => {
    const school = await api.hub.school({ establishmentType: 'Other independent school' });
    const { body } = await head.get(`/api/schools/${school.id}`).expect(200);
    expect(body).toMatchObject({ inScope: false, state: null, dueOn: null });
  });

  it('a kind of visit that the hub does not count does not', async () => {
    const school = await api.hub.school();
    await api.hub.visit(school.id, { status: 'completed', visitedOn: '2024-10-01', kind: 'other' });
    await api.dataSource.query(`INSERT INTO settings VALUES ('kindsNotCounting', '["other"]')`);
    const { body } = await head.get(`/api/schools/${school.id}`).expect(200);
    await api.dataSource.query('DELETE FROM settings');
    expect(body.state).toBe('never_visited');
    const again = await head.get(`/api/schools/${school.id}`).expect(200);
    expect(again.body.state).toBe('on_track');
  });
});

describe('a successor', () => {
  it('inherits the visits of its closed predecessors, through a chain', async () => {
    const first = await api.hub.school({ status: 'closed', closedOn: '2020-08-31' });
    const second = await api.hub.school({ status: 'closed', closedOn: '2022-08-31' });
    const third = await api.hub.school();
    await api.hub.succession(first, second);
    await api.hub.succession(second, third);
    await api.hub.completedVisit(first.id, '2020-03-04');
    const { body } = await head.get(`/api/schools/${third.id}`).expect(200);
    expect(body).toMatchObject({
      lastVisitedOn: '2020-03-04',
      state: 'overdue',
      predecessorUrns: [second.urn],
    });
    await api.hub.completedVisit(second.id, '2022-05-05');
    const again = await head.get(`/api/schools/${third.id}`).expect(200);
    expect(again.body).toMatchObject({ lastVisitedOn: '2022-05-05', state: 'due' });
    const visits = await head
      .get('/api/visits')
      .query(listQuery({ filter: { schoolId: third.id, withPredecessors: true } }));
    expect(visits.body.map((visit: { schoolName: string }) => visit.schoolName)).toEqual([
      second.name,
      first.name,
    ]);
  });
});

describe('lists', () => {
  it('come in pages with a Content-Range and a total order', async () => {
    const answer = await head
      .get('/api/schools')
      .query(listQuery({ range: [0, 2], sort: ['phase', 'ASC'] }));
    const total = Number(answer.headers['content-range']?.split('/')[1]);
    expect(answer.headers['content-range']).toBe(`schools 0-2/${total}`);
    const ids = new Set<string>();
    for (let from = 0; from < total; from += 3) {
      const page = await head
        .get('/api/schools')
        .query(listQuery({ range: [from, from + 2], sort: ['phase', 'ASC'] }));
      for (const school of page.body) ids.add(school.id);
    }
    expect(ids.size).toBe(total);
    const beyond = await head
      .get('/api/schools')
      .query(listQuery({ range: [total + 5, total + 9] }));
    expect(beyond.headers['content-range']).toBe(`schools */${total}`);
  });

  it('give several by id', async () => {
    const [a, b] = [await api.hub.school(), await api.hub.school()];
    expect((await names({ id: [a.id, b.id] })).sort()).toEqual([a.name, b.name].sort());
  });

  it.each([
    [{ filter: '{"colour":"red"}' }, 'filter.colour', 'There is no filter "colour"'],
    [{ filter: '{"regionId":"x"}' }, 'filter.regionId', 'takes an id'],
    [{ filter: '{"state":"late"}' }, 'filter.state', 'never_visited'],
    [{ filter: 'x' }, 'filter', 'not JSON'],
    [{ sort: '["notes","ASC"]' }, 'sort', 'cannot be sorted by "notes"'],
    [{ sort: '["name; DROP TABLE schools","ASC"]' }, 'sort', 'cannot be sorted'],
    [{ sort: '["name","SIDEWAYS"]' }, 'sort', 'ASC or DESC'],
    [{ range: '[0,1000]' }, 'range', 'at most 1000 rows'],
    [{ range: '[5,2]' }, 'range', 'two whole numbers'],
    [{ range: '[-1,2]' }, 'range', 'two whole numbers'],
  ])('%j is a 400 that names it', async (query, field, words) => {
    const answer = await head.get('/api/schools').query(query).expect(400);
    expect(answer.body.errors[0].field).toBe(field);
    expect(answer.body.errors[0].message).toContain(words);
  });

  it.each([`' OR 1=1 --`, '%', '_', '\\', '"', '\u0000', '{{7*7}}', 'é', '💥'])(
    'a search for %j is a search',
    async (q) => {
      const answer = await head.get('/api/schools').query(listQuery({ filter: { q } }));
      expect([200, 400]).toContain(answer.status);
      if (answer.status === 200) expect(answer.body.length).toBeLessThan(5);
    },
  );
});

describe('search', () => {
  beforeAll(async () => {
    await api.hub.school({
      name: "St Mary's Church of England Primary School",
      town: 'Quillbury',
      postcode: 'QB1 2CD',
      urn: 123_456,
    });
    await api.hub.school({
      name: 'Featherstone Academy',
      town: 'Quillbury',
      postcode: 'QB3 4EF',
      urn: 123_457,
    });
  });

  it.each([
    ['st marys', "St Mary's Church of England Primary School"],
    ["St. Mary's quillbury", "St Mary's Church of England Primary School"],
    ['fetherstone', 'Featherstone Academy'],
    ['featherston acadmey', 'Featherstone Academy'],
    ['qb34ef', 'Featherstone Academy'],
    ['QB3 4EF', 'Featherstone Academy'],
    ['123456', "St Mary's Church of England Primary School"],
  ])('%s finds %s, alone', async (q, name) => {
    expect(await names({ q })).toEqual([name]);
  });

  it('with more matches than a page says how many there are', async () => {
    for (let n = 0; n < 4; n += 1) await api.hub.school({ name: `Marlpit Primary ${n}` });
    const query = { filter: { q: 'marlpit primary' }, range: [0, 1] as [number, number] };
    const answer = await head.get('/api/schools').query(listQuery(query)).expect(200);
    expect(answer.headers['content-range']).toBe('schools 0-1/4');
    await head
      .get('/api/schools')
      .query(listQuery({ filter: { q: ' ' }, range: [0, 1] }))
      .expect(200);
  });

  it('by town finds both, and nonsense finds none', async () => {
    expect((await names({ q: 'Quilbury' })).sort()).toHaveLength(2);
    expect(await names({ q: 'zzzzzzzz' })).toEqual([]);
  });
});

describe('names', () => {
  it('are never blank, and stand without white space around them', async () => {
    const school = await api.hub.school();
    const contact = (name: string) =>
      head.post('/api/contacts').send({ schoolId: school.id, name, role: 'music_lead' });
    const refused = await contact('   ').expect(422);
    expect(refused.body.errors).toEqual([{ field: 'name', message: 'Give the contact a name.' }]);
    expect((await contact('  Jo Marsh ').expect(201)).body.name).toBe('Jo Marsh');
    await head.post('/api/regions').send({ name: ' ' }).expect(422);
  });
});

describe('removing a contact', () => {
  it('is refused when it was changed since it was looked at', async () => {
    const { id: schoolId } = await api.hub.school();
    const person = { name: 'Jo Marsh', role: 'other' };
    const { body } = await head
      .post('/api/contacts')
      .send({ schoolId, ...person })
      .expect(201);
    const at = (version: number | string) => `/api/contacts/${body.id}?version=${version}`;
    await head.put(`/api/contacts/${body.id}`).send({ ...person, name: 'Jo Hill', version: 1 });
    const refused = await head.delete(at(1)).expect(409);
    expect(refused.body.current).toMatchObject({ name: 'Jo Hill', version: 2 });
    await head.delete(at('last')).expect(422);
    await head.delete(at(2)).expect(200);
    await head.delete(at(2)).expect(404);
  });
});

describe('changing a school', () => {
  it('needs the version; a stale one is told what there is now and loses nothing', async () => {
    const school = await api.hub.school();
    const change = (version: number, notes: string) =>
      head.put(`/api/schools/${school.id}`).send({ version, notes });
    const first = await change(1, 'Ring first').expect(200);
    expect(first.body).toMatchObject({ version: 2, notes: 'Ring first' });
    const second = await change(1, 'Park at the back').expect(409);
    expect(second.body.current).toMatchObject({ version: 2, notes: 'Ring first' });
    await head.put(`/api/schools/${school.id}`).send({ notes: 'x' }).expect(422);
  });

  it('lets one of twenty savers of a version win', async () => {
    const school = await api.hub.school();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        head.put(`/api/schools/${school.id}`).send({ version: 1, notes: `note ${n}` }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19);
  });

  it('takes a whole record back, read only fields as they are', async () => {
    const school = await api.hub.school({ district: 'Wold', fsmPercent: 12.5 });
    const record = (await head.get(`/api/schools/${school.id}`)).body;
    const saved = await head
      .put(`/api/schools/${school.id}`)
      .send({ ...record, notes: 'Mine' })
      .expect(200);
    expect(saved.body).toEqual({
      ...record,
      notes: 'Mine',
      version: 2,
      updatedAt: saved.body.updatedAt,
    });
    const region = (await head.post('/api/regions').send({ name: 'Echo', districts: [] })).body;
    await head
      .put(`/api/regions/${region.id}`)
      .send({ ...region, name: 'Echoes' })
      .expect(200);
  });

  it("refuses what is the register's", async () => {
    const school = await api.hub.school();
    const answer = await head
      .put(`/api/schools/${school.id}`)
      .send({ version: 1, name: 'Mine', colour: 'red' })
      .expect(422);
    expect(answer.body.errors).toEqual([
      { field: 'name', message: '"name" cannot be changed here.' },
      { field: 'colour', message: 'There is no field "colour" here.' },
    ]);
  });
});

describe('regions', () => {
  it('follow districts, unless a region was set by hand', async () => {
    const [moved, kept] = [
      await api.hub.school({ district: 'Wold' }),
      await api.hub.school({ district: 'Wold' }),
    ];
    const other = await api.hub.region();
    await head
      .post('/api/schools/region')
      .send({ ids: [kept.id], regionId: other.id })
      .expect(200, { schools: 1 });
    const west = await head
      .post('/api/regions')
      .send({ name: 'West', districts: ['Wold'] })
      .expect(201);
    const regionOf = async (id: string) => (await head.get(`/api/schools/${id}`)).body.regionId;
    expect(await regionOf(moved.id)).toBe(west.body.id);
    expect(await regionOf(kept.id)).toBe(other.id);
    await head
      .post('/api/schools/region')
      .send({ ids: [kept.id], regionId: null })
      .expect(200);
    expect(await regionOf(kept.id)).toBe(west.body.id);
    const taken = await head
      .post('/api/regions')
      .send({ name: 'East', districts: ['Wold'] })
      .expect(422);
    expect(taken.body.errors[0]).toEqual({
      field: 'districts',
      message: 'Wold belongs to West already. Remove it there first.',
    });
    await head
      .put(`/api/regions/${west.body.id}`)
      .send({ version: 1, name: 'West', districts: [] })
      .expect(200);
    expect(await regionOf(moved.id)).toBeNull();
    await head.delete(`/api/regions/${west.body.id}`).expect(200);
  });
});
