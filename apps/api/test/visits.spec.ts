import { randomUUID } from 'node:crypto';
import type { UserEntity } from '@tracker/data';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let headUser: UserEntity;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  headUser = await api.hub.user('head', [], 'Hilary Head');
  head = await api.as(headUser);
});
afterAll(() => api.stop());

const scheduled = async (over: object = {}) => {
  const school = await api.hub.school();
  const answer = await head
    .post('/api/visits')
    .send({
      schoolId: school.id,
      scheduledOn: '2024-12-03',
      startTime: '09:30',
      visitorId: headUser.id,
      ...over,
    })
    .expect(201);
  return { school, visit: answer.body, url: `/api/visits/${answer.body.id}` };
};

describe('the life of a visit', () => {
  it('goes from proposed over scheduled and confirmed to completed, with outcome and actions', async () => {
    const school = await api.hub.school();
    const proposed = await head.post('/api/visits').send({ schoolId: school.id }).expect(201);
    expect(proposed.body).toMatchObject({
      status: 'proposed',
      kind: 'cycle',
      version: 1,
      academicYear: null,
    });
    const url = `/api/visits/${proposed.body.id}`;
    const planned = await head
      .post(`${url}/schedule`)
      .send({ scheduledOn: '2024-11-20', startTime: '10:00' })
      .expect(200);
    expect(planned.body).toMatchObject({
      status: 'scheduled',
      academicYear: '2024-25',
      unlogged: false,
    });
    expect((await head.post(`${url}/confirm`).expect(200)).body.status).toBe('confirmed');
    expect((await head.get(`/api/schools/${school.id}`)).body.nextVisitOn).toBe('2024-11-20');
    const logged = await head
      .post(`${url}/outcome`)
      .send({
        visitedOn: '2024-11-20',
        metWith: 'Jo Marsh',
        summary: '  Two choirs.  ',
        actions: [{ title: 'Send the form', dueOn: '2024-12-20' }],
      })
      .expect(200);
    expect(logged.body).toMatchObject({
      status: 'completed',
      visitedOn: '2024-11-20',
      visitorId: headUser.id,
      outcome: { metWith: 'Jo Marsh', summary: 'Two choirs.', loggedById: headUser.id },
    });
    const actions = await head
      .get('/api/follow-up-actions')
      .query(listQuery({ filter: { schoolId: school.id } }));
    expect(actions.body).toMatchObject([
      {
        title: 'Send the form',
        dueOn: '2024-12-20',
        ownerId: headUser.id,
        status: 'open',
        priority: 'normal',
      },
    ]);
    expect((await head.get(`/api/schools/${school.id}`)).body).toMatchObject({
      state: 'on_track',
      lastVisitedOn: '2024-11-20',
      nextVisitOn: null,
    });
  });

  it('keeps who cancelled and why, and why a visit was not held', async () => {
    const one = await scheduled();
    const cancelled = await head
      .post(`${one.url}/cancel`)
      .send({ by: 'school', reason: 'Inspection' })
      .expect(200);
    expect(cancelled.body).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'school',
      cancelReason: 'Inspection',
    });
    const two = await scheduled();
    const notHeld = await head
      .post(`${two.url}/not-held`)
      .send({ reason: 'Music lead ill' })
      .expect(200);
    expect(notHeld.body).toMatchObject({ status: 'not_held', notHeldReason: 'Music lead ill' });
  });

  it('a confirmed visit that is moved is to be confirmed again', async () => {
    const { url } = await scheduled();
    await head.post(`${url}/confirm`).expect(200);
    const moved = await head
      .post(`${url}/schedule`)
      .send({ scheduledOn: '2024-12-10' })
      .expect(200);
    expect(moved.body).toMatchObject({
      status: 'scheduled',
      scheduledOn: '2024-12-10',
      startTime: '09:30',
    });
  });

  const outcome = { visitedOn: '2024-11-20', summary: 'Fine.' };
  it.each([
    ['cancel', 'outcome', outcome, 'A cancelled visit cannot be completed.'],
    [
      'cancel',
      'cancel',
      { by: 'hub', reason: 'x' },
      'A cancelled visit cannot be cancelled again.',
    ],
    ['outcome', 'cancel', { by: 'hub', reason: 'x' }, 'A completed visit cannot be cancelled.'],
    ['outcome', 'outcome', outcome, 'A completed visit cannot be completed again.'],
    [
      'outcome',
      'schedule',
      { scheduledOn: '2024-12-04' },
      'A completed visit cannot be scheduled.',
    ],
    ['not-held', 'confirm', {}, 'A visit that was not held cannot be confirmed.'],
  ])('after %s, %s is forbidden', async (before, after, body, sentence) => {
    const { url } = await scheduled();
    const first = { cancel: { by: 'school', reason: 'x' }, outcome, 'not-held': { reason: 'x' } }[
      before
    ];
    await head.post(`${url}/${before}`).send(first).expect(200);
    const answer = await head.post(`${url}/${after}`).send(body).expect(409);
    expect(answer.body.detail).toBe(sentence);
    expect(answer.body.current.id).toBe(url.split('/').at(-1));
  });
});

describe('bad input', () => {
  it.each([
    [{ scheduledOn: '2024-02-30' }, 'scheduledOn', 'is not a day'],
    [{ scheduledOn: 'soon' }, 'scheduledOn', 'is not a day'],
    [{ startTime: '25:00' }, 'startTime', 'HH:MM'],
    [{ kind: 'party' }, 'kind', 'cycle, follow_up or other'],
    [{ visitorId: randomUUID() }, 'visitorId', 'no account'],
    [{ visitorId: 'x' }, 'visitorId', 'id of a user'],
    [{ schoolId: 'x' }, 'schoolId', 'which school'],
    [{ status: 'completed' }, 'status', 'There is no field "status" here.'],
  ])('a new visit with %j names the field', async (over, field, words) => {
    const school = await api.hub.school();
    const answer = await head
      .post('/api/visits')
      .send({ schoolId: school.id, ...over })
      .expect(422);
    expect(answer.body.errors[0].field).toBe(field);
    expect(answer.body.errors[0].message).toContain(words);
  });

  it('a visit at a school that is not there is a 404, at a closed one a sentence', async () => {
    await head.post('/api/visits').send({ schoolId: randomUUID() }).expect(404);
    const closed = await api.hub.school({ status: 'closed', name: 'Old School' });
    const answer = await head.post('/api/visits').send({ schoolId: closed.id }).expect(422);
    expect(answer.body.detail).toBe(
      'Old School is closed. Plan the visit at the school that followed it.',
    );
  });

  it.each([
    [{ visitedOn: '2024-11-21', summary: 'x' }, 'visitedOn', 'Thu 21 Nov 2024 is in the future'],
    [{ visitedOn: '2024-11-20' }, 'summary', 'what you found'],
    [{ visitedOn: '2024-11-20', summary: '   ' }, 'summary', 'what you found'],
    [
      { visitedOn: '2024-11-20', summary: 'x', actions: [{ title: '' }] },
      'actions.0.title',
      'what is to be done',
    ],
    [
      { visitedOn: '2024-11-20', summary: 'x', actions: [{ title: 'a', ownerId: randomUUID() }] },
      'actions.0.ownerId',
      'no account',
    ],
  ])('logging %j names the field and writes nothing', async (body, field, words) => {
    const { url, school } = await scheduled();
    const answer = await head.post(`${url}/outcome`).send(body).expect(422);
    expect(answer.body.errors[0].field).toBe(field);
    expect(answer.body.errors[0].message).toContain(words);
    expect((await head.get(url)).body).toMatchObject({ status: 'scheduled', outcome: null });
    const actions = await head
      .get('/api/follow-up-actions')
      .query(listQuery({ filter: { schoolId: school.id } }));
    expect(actions.body).toEqual([]);
  });

  it('an id that is no UUID is a 400, one that is not on record a 404', async () => {
    await head.get('/api/visits/1').expect(400);
    const answer = await head.get(`/api/visits/${randomUUID()}`).expect(404);
    expect(answer.body.detail).toBe('The visit is not on record.');
  });

  it('a step made from a stale version is told what there is now', async () => {
    const { url } = await scheduled();
    await head.post(`${url}/confirm`).send({ version: 1 }).expect(200);
    const answer = await head
      .post(`${url}/cancel`)
      .send({ version: 1, by: 'hub', reason: 'x' })
      .expect(409);
    expect(answer.body.current).toMatchObject({ status: 'confirmed', version: 2 });
  });
});

describe('the same request twice', () => {
  it('with one Idempotency-Key does its work once and gives the first answer again', async () => {
    const school = await api.hub.school();
    const key = randomUUID();
    const post = (body: object) => head.post('/api/visits').set('Idempotency-Key', key).send(body);
    const first = await post({ schoolId: school.id }).expect(201);
    const second = await post({ schoolId: school.id }).expect(201);
    expect(second.body).toEqual(first.body);
    const other = await post({ schoolId: school.id, kind: 'other' }).expect(422);
    expect(other.body.errors[0].field).toBe('Idempotency-Key');
    const visits = await head
      .get('/api/visits')
      .query(listQuery({ filter: { schoolId: school.id } }));
    expect(visits.body).toHaveLength(1);
  });

  it('ten times at once does it once', async () => {
    const school = await api.hub.school();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        head.post('/api/visits').set('Idempotency-Key', key).send({ schoolId: school.id }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(201));
  });

  it('a refused one may be sent again, corrected or not', async () => {
    const school = await api.hub.school();
    const post = (body: object) => head.post('/api/visits').set('Idempotency-Key', key).send(body);
    const key = randomUUID();
    await post({ schoolId: school.id, kind: 'party' }).expect(422);
    await post({ schoolId: school.id }).expect(201);
    await head
      .post('/api/visits')
      .set('Idempotency-Key', '1')
      .send({ schoolId: school.id })
      .expect(400);
  });
});

describe('unlogged visits', () => {
  it('are those whose day has passed while still scheduled or confirmed', async () => {
    const school = await api.hub.school();
    await api.hub.visit(school.id, { status: 'scheduled', scheduledOn: '2024-11-19' });
    await api.hub.visit(school.id, { status: 'scheduled', scheduledOn: '2024-11-20' });
    await api.hub.visit(school.id, { status: 'not_held', scheduledOn: '2024-11-01' });
    const ask = async (unlogged: boolean) =>
      (
        await head
          .get('/api/visits')
          .query(listQuery({ filter: { schoolId: school.id, unlogged } }))
      ).body;
    expect(await ask(true)).toMatchObject([{ scheduledOn: '2024-11-19', unlogged: true }]);
    expect(await ask(false)).toHaveLength(2);
  });
});

describe('a visit planned at a school that has closed', () => {
  it('is flagged and goes to a successor, to nobody else', async () => {
    const [old, heir, stranger] = [
      await api.hub.school({ name: 'Birch Primary' }),
      await api.hub.school({ name: 'Birch Academy' }),
      await api.hub.school(),
    ];
    const visit = await api.hub.visit(old.id, { status: 'confirmed', scheduledOn: '2024-12-03' });
    const url = `/api/visits/${visit.id}`;
    await head.post(`${url}/move`).send({ schoolId: heir.id }).expect(409);
    await api.dataSource.query(`UPDATE schools SET status = 'closed' WHERE id = $1`, [old.id]);
    await api.hub.succession(old, heir);
    const flagged = await head
      .get('/api/visits')
      .query(listQuery({ filter: { atClosedSchool: true } }));
    expect(flagged.body).toMatchObject([
      { id: visit.id, atClosedSchool: true, successors: [{ id: heir.id, name: 'Birch Academy' }] },
    ]);
    const wrong = await head.post(`${url}/move`).send({ schoolId: stranger.id }).expect(422);
    expect(wrong.body.errors[0].field).toBe('schoolId');
    const moved = await head.post(`${url}/move`).send({ schoolId: heir.id }).expect(200);
    expect(moved.body).toMatchObject({
      schoolId: heir.id,
      schoolName: 'Birch Academy',
      status: 'confirmed',
      scheduledOn: '2024-12-03',
      atClosedSchool: false,
      successors: [],
    });
    expect((await head.get(`/api/schools/${heir.id}`)).body.nextVisitOn).toBe('2024-12-03');
  });
});

describe('who may write', () => {
  it('head and admin everywhere, a regional member in the own region, a manager nowhere', async () => {
    const [own, foreign] = [await api.hub.region(), await api.hub.region()];
    const here = await api.hub.school({ regionId: own.id, regionSetByHand: true });
    const there = await api.hub.school({ regionId: foreign.id, regionSetByHand: true });
    const nowhere = await api.hub.school();
    const expected = {
      head: [201, 201, 201],
      admin: [201, 201, 201],
      regional: [201, 403, 403],
      manager: [403, 403, 403],
    } as const;
    for (const [role, statuses] of Object.entries(expected) as [
      keyof typeof expected,
      readonly number[],
    ][]) {
      const agent = await api.as(await api.hub.user(role, role === 'regional' ? [own.id] : []));
      const got = [];
      for (const school of [here, there, nowhere]) {
        got.push((await agent.post('/api/visits').send({ schoolId: school.id })).status);
      }
      expect([role, got]).toEqual([role, statuses]);
      await agent.get(`/api/schools/${there.id}`).expect(200);
      const hubOnly = role === 'head' || role === 'admin';
      await agent
        .post('/api/regions')
        .send({ name: `By ${role}` })
        .expect(hubOnly ? 201 : 403);
      await agent
        .post('/api/priority-refreshes')
        .send({})
        .expect(hubOnly ? 202 : 403);
      await agent
        .post('/api/schools/region')
        .send({ ids: [nowhere.id], regionId: null })
        .expect(hubOnly ? 200 : 403);
    }
  });
});
