import { randomUUID } from 'node:crypto';
import { SchoolEntity } from '@tracker/data';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
let ids: string[];
beforeAll(async () => {
  api = await startTestApi();
  head = await api.as(await api.hub.user('head'));
  const schools = Array.from({ length: 60 }, (_, n) => ({
    urn: 200_000 + n,
    name: `School ${String(n).padStart(3, '0')}`,
    phase: 'Primary',
    establishmentType: 'Community school',
    status: 'open' as const,
    inScope: true,
  }));
  const saved = await api.dataSource.manager.save(SchoolEntity, schools as SchoolEntity[]);
  ids = saved.map(({ id }) => id);
}, 30_000);
afterAll(() => api.stop());

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();

describe('whoever asks a list for ids', () => {
  it('gets all of them, though nobody asked for a range', async () => {
    const answer = await head.get('/api/schools').query(listQuery({ filter: { id: ids } }));
    expect(answer.status).toBe(200);
    expect(idsOf(answer.body)).toEqual([...ids].sort());
    expect(answer.headers['content-range']).toBe('schools 0-59/60');
  });

  it('gets a page of them when a range is asked for', async () => {
    const page = listQuery({ filter: { id: ids }, range: [0, 9] });
    const answer = await head.get('/api/schools').query(page).expect(200);
    expect(answer.body).toHaveLength(10);
    expect(answer.headers['content-range']).toBe('schools 0-9/60');
  });

  it('still begins with a page of 25 when rows are not named', async () => {
    const answer = await head.get('/api/schools').query(listQuery({ filter: { q: 'School' } }));
    expect(answer.body).toHaveLength(25);
  });

  it('may name a thousand, and is told of one too many', async () => {
    const thousand = [...ids, ...Array.from({ length: 1000 - ids.length }, () => randomUUID())];
    const answer = await head.get('/api/schools').query(listQuery({ filter: { id: thousand } }));
    expect([answer.status, answer.body.length]).toEqual([200, 60]);
    const more = listQuery({ filter: { id: [...thousand, randomUUID()] } });
    const refused = await head.get('/api/schools').query(more).expect(400);
    expect(refused.body.detail).toBe(
      'The filter "id" takes an id or a list of ids (UUIDs, at most 1,000).',
    );
    expect(refused.body.errors[0].field).toBe('filter.id');
  });

  it.each([
    ['visits', (schoolId: string) => api.hub.visit(schoolId, { status: 'proposed' })],
    [
      'contacts',
      async (schoolId: string) => {
        const [row]: { id: string }[] = await api.dataSource.query(
          `INSERT INTO contacts (school_id, name, role) VALUES ($1, 'Jo Marsh', 'other') RETURNING id`,
          [schoolId],
        );
        return row as { id: string };
      },
    ],
    [
      'follow-up-actions',
      async (schoolId: string) => {
        const [row]: { id: string }[] = await api.dataSource.query(
          `INSERT INTO follow_up_actions (school_id, title) VALUES ($1, 'Ring') RETURNING id`,
          [schoolId],
        );
        return row as { id: string };
      },
    ],
    ['users', () => api.hub.user('regional')],
    ['regions', () => api.hub.region(randomUUID())],
  ])('of %s', async (resource, make) => {
    const made: string[] = [];
    for (const schoolId of ids.slice(0, 30)) made.push((await make(schoolId)).id);
    const answer = await head.get(`/api/${resource}`).query(listQuery({ filter: { id: made } }));
    expect([answer.status, idsOf(answer.body)]).toEqual([200, [...made].sort()]);
  });

  it('of the queue, by ids and by schools', async () => {
    const ranked = ids.slice(0, 40);
    await api.dataSource.query(
      `INSERT INTO priority_scores (school_id, state, band, score, factors, scored_at)
       SELECT id, 'never_visited', 1, 50, '[]', now() FROM schools WHERE id = ANY ($1::uuid[])`,
      [ranked],
    );
    for (const name of ['id', 'schoolId']) {
      const answer = await head
        .get('/api/priority-queue')
        .query(listQuery({ filter: { [name]: ranked } }))
        .expect(200);
      expect(idsOf(answer.body)).toEqual([...ranked].sort());
    }
  });
});
