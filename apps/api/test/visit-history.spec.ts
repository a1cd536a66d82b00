import type { VisitEvent } from '@tracker/contract';
import { visitEventInWords } from '@tracker/domain';
import { type UserEntity, writeAs } from '@tracker/data';
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

const planned = async (over: object = {}) => {
  const { id: schoolId } = await api.hub.school();
  const plan = { schoolId, scheduledOn: '2024-12-03', startTime: '09:30', ...over };
  const { body } = await head.post('/api/visits').send(plan).expect(201);
  return { schoolId, url: `/api/visits/${body.id}`, id: body.id as string };
};
const historyOf = async (url: string): Promise<VisitEvent[]> =>
  (await head.get(`${url}/history`).expect(200)).body;
const wordsOf = async (url: string) =>
  (await historyOf(url)).map((event) => visitEventInWords(event, '2024-11-20'));

describe('the history of a visit', () => {
  it('keeps every step with who and why, and the old day', async () => {
    const { url } = await planned({ visitorId: headUser.id });
    await head.post(`${url}/confirm`).send({ reason: 'Rang the office' }).expect(200);
    const move = { scheduledOn: '2024-12-05', reason: 'The hall is used' };
    await head.post(`${url}/schedule`).send(move).expect(200);
    await head.post(`${url}/cancel`).send({ by: 'school', reason: 'Inspection' }).expect(200);
    const by = ', by Hilary Head, Wed 20 Nov 2024';
    expect(await wordsOf(url)).toEqual([
      `Scheduled for Tue 3 Dec 2024 at 09:30, Hilary Head to visit${by}`,
      `Confirmed for Tue 3 Dec 2024 at 09:30${by}: Rang the office`,
      `Moved from Tue 3 Dec 2024 at 09:30 to Thu 5 Dec 2024 at 09:30${by}: The hall is used`,
      `Cancelled by the school${by}: Inspection`,
    ]);
    const [, , moved] = await historyOf(url);
    expect(moved).toMatchObject({
      ...{ byId: headUser.id, visitorNameBefore: 'Hilary Head', visitorName: 'Hilary Head' },
      ...{ scheduledOnBefore: '2024-12-03', scheduledOn: '2024-12-05', overrode: [] },
    });
  });

  it('keeps that it was logged, and that it was not held', async () => {
    const one = await planned();
    const outcome = { visitedOn: '2024-11-20', summary: 'Fine.' };
    await head.post(`${one.url}/outcome`).send(outcome).expect(200);
    const two = await planned();
    await head.post(`${two.url}/not-held`).send({ reason: 'Snow' }).expect(200);
    const kinds = async (url: string) => (await historyOf(url)).map(({ kind, why }) => [kind, why]);
    expect(await kinds(one.url)).toEqual([
      ['scheduled', null],
      ['completed', null],
    ]);
    expect(await kinds(two.url)).toEqual([
      ['scheduled', null],
      ['not_held', 'Snow'],
    ]);
  });

  it('has nothing of a step that was refused', async () => {
    const { url } = await planned();
    await head.post(`${url}/cancel`).send({ by: 'hub', reason: 'x' }).expect(200);
    await head.post(`${url}/confirm`).send({}).expect(409);
    expect((await historyOf(url)).map(({ kind }) => kind)).toEqual(['scheduled', 'cancelled']);
  });

  it('keeps the closed school whose visit went to the one that followed', async () => {
    const { url, schoolId } = await planned();
    const old = await api.hub.closeSchool(schoolId);
    const heir = await api.hub.school();
    await api.hub.succession(old, heir);
    await head.post(`${url}/move`).send({ schoolId: heir.id }).expect(200);
    expect((await wordsOf(url)).at(-1)).toBe(
      `Given to the school that followed ${old.name}, by Hilary Head, Wed 20 Nov 2024`,
    );
  });

  it('of a visit that was there before histories were kept begins with what the audit trail knows', async () => {
    const school = await api.hub.school();
    const actors = [
      [{ kind: 'user', userId: headUser.id }, 'proposed', 'Hilary Head'],
      [{ kind: 'import', userId: headUser.id, source: 'x' }, 'imported', 'Hilary Head'],
      [{ kind: 'command', source: 'x' }, 'proposed', null],
    ] as const;
    for (const [actor, kind, byName] of actors) {
      const [{ id }] = await writeAs(api.dataSource, actor, (manager) =>
        manager.query(
          `INSERT INTO visits (school_id, status) VALUES ($1, 'proposed') RETURNING id`,
          [school.id],
        ),
      );
      await head.post(`/api/visits/${id}/schedule`).send({ scheduledOn: '2024-12-04' }).expect(200);
      expect(await historyOf(`/api/visits/${id}`)).toMatchObject([
        { kind, byName },
        { kind: 'scheduled', byName: 'Hilary Head', scheduledOnBefore: null },
      ]);
    }
  });

  it('is only ever added to', async () => {
    const { id } = await planned();
    const rewrite = api.dataSource.query('UPDATE visit_events SET why = $1 WHERE visit_id = $2', [
      ...['x', id],
    ]);
    await expect(rewrite).rejects.toThrow('only ever added to');
  });

  it('of a visit that is not there is 404', async () => {
    await head.get('/api/visits/00000000-0000-4000-8000-000000000000/history').expect(404);
  });
});

describe('what speaks against a visit', () => {
  const warningsOf = async (plan: object) =>
    (await head.get('/api/visits/warnings').query(plan).expect(200)).body.warnings;

  it('is asked before anything is changed', async () => {
    const first = await planned({ visitorId: headUser.id, scheduledOn: '2024-12-10' });
    const { id: schoolId } = await api.hub.school();
    const plan = { schoolId, scheduledOn: '2024-12-10', startTime: '10:00' };
    expect(await warningsOf({ ...plan, visitorId: headUser.id })).toEqual([
      { key: 'visitor_busy', message: expect.stringMatching(/^Hilary Head is at .* at 09:30/) },
    ]);
    const itself = { ...plan, visitorId: headUser.id, exceptVisitId: first.id };
    expect(await warningsOf(itself)).toEqual([]);
    expect(await warningsOf({ ...plan, scheduledOn: '2024-12-07' })).toMatchObject([
      { key: 'weekend' },
    ]);
  });

  it('stops a visit when it was not accepted, and goes into its history when it was', async () => {
    const { id: schoolId } = await api.hub.school();
    const plan = { schoolId, scheduledOn: '2024-12-07' };
    const refused = await head
      .post('/api/visits')
      .send({ ...plan, accepting: [] })
      .expect(409);
    expect(refused.body).toMatchObject({
      detail: 'Sat 7 Dec 2024 is at the weekend.',
      warnings: [{ key: 'weekend', message: 'Sat 7 Dec 2024 is at the weekend.' }],
    });
    const none = await head.get('/api/visits').query(listQuery({ filter: { schoolId } }));
    expect(none.body).toEqual([]);
    const { body } = await head
      .post('/api/visits')
      .send({ ...plan, accepting: ['weekend'] })
      .expect(201);
    expect(await historyOf(`/api/visits/${body.id}`)).toMatchObject([{ overrode: ['weekend'] }]);
    const move = { scheduledOn: '2024-12-14', accepting: ['visitor_busy'] };
    await head.post(`/api/visits/${body.id}/schedule`).send(move).expect(409);
    await head
      .post(`/api/visits/${body.id}/schedule`)
      .send({ scheduledOn: '2024-12-14' })
      .expect(200);
    expect(await historyOf(`/api/visits/${body.id}`)).toMatchObject([
      { kind: 'scheduled' },
      { kind: 'rescheduled', overrode: ['weekend'] },
    ]);
  });

  it('counts a visit at the school that came before', async () => {
    const [old, heir] = [await api.hub.school(), await api.hub.school()];
    await api.hub.visit(old.id, { status: 'completed', visitedOn: '2024-10-01' });
    await api.hub.closeSchool(old.id);
    await api.hub.succession(old, heir);
    expect(await warningsOf({ schoolId: heir.id, scheduledOn: '2024-12-03' })).toEqual([
      {
        key: 'already_covered',
        message: `${heir.name} was visited in this cycle already, on Tue 1 Oct 2024.`,
      },
    ]);
    expect(await warningsOf({ schoolId: old.id, kind: 'other' })).toEqual([
      {
        key: 'school_closed',
        message: expect.stringContaining(`It was followed by ${heir.name}.`),
      },
    ]);
  });

  it('is no visit that does not count, and none of the cycle before', async () => {
    const { id: schoolId } = await api.hub.school();
    await api.hub.otherDoesNotCount();
    const days = ['2024-09-02', '2024-12-03'];
    const visitorId = headUser.id;
    for (const day of days) {
      await api.hub.visitsNotCounting(schoolId, day, { visitorId, startTime: '13:00' });
    }
    await api.hub.visit(schoolId, { status: 'completed', visitedOn: '2024-08-31' });
    const plan = { schoolId, scheduledOn: '2024-12-03', startTime: '13:00', visitorId };
    expect(await warningsOf(plan)).toEqual([]);
    await api.hub.visit(schoolId, { status: 'completed', visitedOn: '2024-09-01' });
    expect(await warningsOf(plan)).toMatchObject([
      { key: 'already_covered', message: expect.stringContaining('on Sun 1 Sep 2024.') },
    ]);
  });

  it('is an open visit: one of today is booked, one of yesterday not logged', async () => {
    const { id: schoolId } = await api.hub.school();
    for (const scheduledOn of ['2024-11-20', '2024-11-19']) {
      await api.hub.visit(schoolId, { status: 'confirmed', scheduledOn });
    }
    const message =
      'A visit is already booked for Wed 20 Nov 2024. The visit of Tue 19 Nov 2024 is not logged yet. ' +
      'This would be another one.';
    expect(await warningsOf({ schoolId, scheduledOn: '2024-12-03' })).toEqual([
      { key: 'visit_open', message },
    ]);
  });

  it.each([
    [{ schoolId: 'x' }, 'Say which school is to be visited.'],
    [{ scheduledOn: '2024-02-30' }, 'not a day'],
    [{ startTime: '25:00' }, 'Write the time as HH:MM'],
    [{ colour: 'red' }, 'There is no field "colour" here.'],
  ])('%j cannot be asked', async (over, sentence) => {
    const { id: schoolId } = await api.hub.school();
    const answer = await head
      .get('/api/visits/warnings')
      .query({ schoolId, ...over })
      .expect(422);
    expect(answer.body.detail).toContain(sentence);
  });

  it('is named by one of its keys', async () => {
    const { id: schoolId } = await api.hub.school();
    const answer = await head.post('/api/visits').send({ schoolId, accepting: ['rain'] });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0]).toMatchObject({ field: 'accepting' });
  });
});
