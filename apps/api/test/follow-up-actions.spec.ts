import { randomUUID } from 'node:crypto';
import type { FollowUpAction, FollowUpActionFilter } from '@tracker/contract';
import { FollowUpActionEntity, type UserEntity } from '@tracker/data';
import { refreshPriorityScores } from '@tracker/work';
import type { DeepPartial } from 'typeorm';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

// A Wednesday.
const TODAY = '2024-11-20';

let api: TestApi;
let head: Agent;
let lead: UserEntity;

beforeAll(async () => {
  api = await startTestApi(TODAY);
  lead = await api.hub.user('head', [], 'Hilary Marsh');
  head = await api.as(lead);
});
afterAll(() => api.stop());

async function action(over: DeepPartial<FollowUpActionEntity> = {}): Promise<FollowUpActionEntity> {
  const schoolId = over.schoolId ?? (await api.hub.school()).id;
  const wanted = { title: 'Send the hire form', ...over, schoolId } as FollowUpActionEntity;
  return api.dataSource.manager.save(FollowUpActionEntity, wanted);
}

async function titles(filter: FollowUpActionFilter, sort?: [string, string]): Promise<string[]> {
  const answer = await head.get('/api/follow-up-actions').query(listQuery({ filter, sort }));
  expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
  return (answer.body as FollowUpAction[]).map(({ title }) => title);
}

const change = (id: string, body: object, agent = head) =>
  agent.put(`/api/follow-up-actions/${id}`).send(body);

describe('the list', () => {
  it('is filtered by how an action stands to today, by owner, region, priority and words', async () => {
    const region = await api.hub.region();
    const school = await api.hub.school({ name: 'Willow Primary School', regionId: region.id });
    const schoolId = school.id;
    const owner = await api.hub.user('regional', [region.id]);
    await action({ schoolId, title: 'Late', dueOn: '2024-11-19', ownerId: owner.id });
    await action({ schoolId, title: 'Today', dueOn: TODAY, priority: 'high' });
    await action({ schoolId, title: 'Sunday', dueOn: '2024-11-24', status: 'in_progress' });
    await action({ schoolId, title: 'Monday', dueOn: '2024-11-25' });
    await action({ schoolId, title: 'Some day' });
    await action({ schoolId, title: 'Late but done', dueOn: '2024-11-01', status: 'done' });
    expect(await titles({ schoolId, due: 'overdue' })).toEqual(['Late']);
    expect(await titles({ schoolId, overdue: true })).toEqual(['Late']);
    expect(await titles({ schoolId, overdue: false })).toHaveLength(5);
    expect(await titles({ schoolId, due: [] })).toEqual([]);
    expect(await titles({ schoolId, due: 'this_week' })).toEqual(['Today', 'Sunday']);
    expect(await titles({ schoolId, due: ['later', 'no_date'] })).toEqual(['Monday', 'Some day']);
    expect(await titles({ schoolId, dueBefore: '2024-11-24' })).toEqual(['Late', 'Today']);
    expect(await titles({ ownerId: owner.id })).toEqual(['Late']);
    expect(await titles({ schoolId, unowned: true, due: 'this_week' })).toHaveLength(2);
    expect(await titles({ regionId: [region.id], status: ['done'] })).toEqual(['Late but done']);
    expect(await titles({ schoolId, priority: 'high' })).toEqual(['Today']);
    expect(await titles({ q: 'willow late' })).toEqual(['Late but done', 'Late']);
    expect(
      await titles({ schoolId, status: ['open', 'in_progress'] }, ['priority', 'ASC']),
    ).toEqual(expect.arrayContaining(['Today']));
    expect((await titles({ schoolId }, ['status', 'DESC']))[0]).toBe('Late but done');
  });

  it('is found by its school, however its name is spelled, and by its title at once', async () => {
    const region = await api.hub.region();
    const names = ["St Ede's CofE School", "St Ede's Church of England School"];
    for (const name of names) {
      const { id: schoolId } = await api.hub.school({ name, regionId: region.id });
      await action({ schoolId, title: `Ring ${name.slice(9, 11)}` });
    }
    const found = async (q: string) => (await titles({ q, regionId: [region.id] })).sort();
    for (const q of ['CofE', 'C of E', 'Church of England', 'ring church of england']) {
      expect(await found(q)).toEqual(['Ring Ch', 'Ring Co']);
    }
    expect(await found('ring co church of england')).toEqual(['Ring Co']);
  });

  it('says which filter it does not understand', async () => {
    const ask = (filter: object) =>
      head.get('/api/follow-up-actions').query(listQuery({ filter })).expect(400);
    expect((await ask({ due: 'soon' })).body.errors[0].field).toBe('filter.due');
    expect((await ask({ dueBefore: '3/12/24' })).body.errors[0].field).toBe('filter.dueBefore');
  });
});

describe('an action that is done', () => {
  it('keeps who closed it and when, and is open again after an undo', async () => {
    const { id } = await action({ dueOn: '2024-12-01' });
    const done = await change(id, { version: 1, status: 'done' }).expect(200);
    expect(done.body).toMatchObject({
      status: 'done',
      closedById: lead.id,
      closedByName: 'Hilary Marsh',
      closedAt: expect.any(String),
    });
    const undone = await change(id, { version: 2, status: 'open' }).expect(200);
    expect(undone.body).toMatchObject({ status: 'open', closedAt: null, closedById: null });
    const late = await change(id, { version: 1, status: 'dropped' }).expect(409);
    expect(late.body.current).toMatchObject({ id, status: 'open', version: 3 });
  });

  it('has its closing written by the tracker alone', async () => {
    const { id } = await action();
    const body = { version: 1, status: 'done', closedAt: '2020-01-01T00:00:00.000Z' };
    const refused = await change(id, body).expect(422);
    expect(refused.body.errors[0].field).toBe('closedAt');
  });
});

describe('an action that becomes a visit', () => {
  const become = (id: string, body: object = {}, agent = head) =>
    agent.post(`/api/follow-up-actions/${id}/visit`).send(body);

  it('is in progress until the visit is logged, which completes it', async () => {
    const { id, schoolId } = await action({ title: 'See the choir again' });
    const key = randomUUID();
    const plan = { version: 1, scheduledOn: '2024-11-20', startTime: '09:30', visitorId: lead.id };
    const answer = await become(id, plan).set('Idempotency-Key', key).expect(201);
    expect(answer.body).toMatchObject({
      status: 'in_progress',
      becameVisitStatus: 'scheduled',
      becameVisitOn: '2024-11-20',
    });
    const again = await become(id, plan).set('Idempotency-Key', key).expect(201);
    expect(again.body).toEqual(answer.body);
    const visitId: string = answer.body.becameVisitId;
    expect((await head.get(`/api/visits/${visitId}`)).body).toMatchObject({
      schoolId,
      kind: 'follow_up',
      startTime: '09:30',
      visitorId: lead.id,
    });
    expect((await become(id).expect(409)).body.detail).toContain('a visit already');
    await head
      .post(`/api/visits/${visitId}/outcome`)
      .send({ visitedOn: TODAY, summary: 'A fine choir.' })
      .expect(200);
    expect((await head.get(`/api/follow-up-actions/${id}`)).body).toMatchObject({
      status: 'done',
      closedById: lead.id,
      becameVisitStatus: 'completed',
    });
    expect((await become(id).expect(409)).body.detail).toContain('still open');
  });

  it('that was closed on the way stays as it was when the visit is logged', async () => {
    const { id } = await action();
    const { becameVisitId, version } = (await become(id, { scheduledOn: TODAY }).expect(201)).body;
    const dropped = (await change(id, { version, status: 'dropped' }).expect(200)).body;
    await head
      .post(`/api/visits/${becameVisitId}/outcome`)
      .send({ visitedOn: TODAY, summary: 'A fine choir.' })
      .expect(200);
    const { status, closedAt, version: left } = dropped;
    expect((await head.get(`/api/follow-up-actions/${id}`)).body).toMatchObject({
      ...{ status, closedAt, version: left, becameVisitStatus: 'completed' },
    });
  });

  it('can become another when the first did not take place', async () => {
    const { id } = await action();
    const first = await become(id).expect(201);
    expect(first.body.becameVisitStatus).toBe('proposed');
    const { becameVisitId } = first.body;
    await head
      .post(`/api/visits/${becameVisitId}/cancel`)
      .send({ by: 'school', reason: 'Inspection' })
      .expect(200);
    const second = await become(id, { scheduledOn: '2024-12-03' }).expect(201);
    expect(second.body.becameVisitId).not.toBe(becameVisitId);
    expect(second.body.becameVisitStatus).toBe('scheduled');
  });

  it('goes on at the school that followed one that has closed', async () => {
    const [old, heir] = [await api.hub.school(), await api.hub.school()];
    const { id } = await action({ schoolId: old.id });
    await api.dataSource.query(`UPDATE schools SET status = 'closed' WHERE id = $1`, [old.id]);
    const refused = await become(id).expect(422);
    expect(refused.body.errors[0].field).toBe('schoolId');
    await api.hub.succession(old, heir);
    const { becameVisitId } = (await become(id).expect(201)).body;
    expect((await head.get(`/api/visits/${becameVisitId}`)).body.schoolId).toBe(heir.id);
  });

  it('is refused elsewhere than in one’s region, and with a day that is none', async () => {
    const region = await api.hub.region();
    const regional = await api.as(await api.hub.user('regional', [region.id]));
    const { id } = await action();
    await become(id, {}, regional).expect(403);
    const refused = await become(id, { scheduledOn: '31/2/25' }).expect(422);
    expect(refused.body.errors[0].field).toBe('scheduledOn');
    expect((await head.get(`/api/follow-up-actions/${id}`)).body).toMatchObject({
      status: 'open',
      becameVisitId: null,
    });
  });
});

describe('an action that is handed over', () => {
  const mailsOf = (user: UserEntity): Promise<{ kind: string; subject: string }[]> =>
    api.dataSource.query(`SELECT kind, subject FROM mails WHERE user_id = $1`, [user.id]);

  it('is told to its new owner, once, and to nobody who took it', async () => {
    const [owner, next] = [await api.hub.user('regional'), await api.hub.user('regional')];
    const { id: schoolId } = await api.hub.school();
    const sent = { schoolId, title: 'Lend drums', ownerId: owner.id };
    const key = randomUUID();
    const add = () =>
      head.post('/api/follow-up-actions').set('Idempotency-Key', key).send(sent).expect(201);
    const { id } = (await add()).body;
    await add();
    await change(id, { version: 1, title: 'Lend six drums' }).expect(200);
    expect(await mailsOf(owner)).toEqual([
      { kind: 'action_assigned', subject: expect.stringContaining('Lend drums') },
    ]);
    await change(id, { version: 2, ownerId: next.id }).expect(200);
    expect(await mailsOf(next)).toHaveLength(1);
    await change(id, { version: 3, ownerId: lead.id }).expect(200);
    expect(await mailsOf(lead)).toEqual([]);
    expect(await mailsOf(owner)).toHaveLength(1);
  });

  it('is told when it was agreed at a visit, but not on the way to one', async () => {
    const owner = await api.hub.user('regional');
    const school = await api.hub.school();
    const visit = await api.hub.visit(school.id, { status: 'confirmed', scheduledOn: TODAY });
    const actions = [{ title: 'Lend drums', ownerId: owner.id }, { title: 'Ring the office' }];
    await head
      .post(`/api/visits/${visit.id}/outcome`)
      .send({ visitedOn: TODAY, summary: 'A fine choir.', actions })
      .expect(200);
    expect(await mailsOf(owner)).toHaveLength(1);
    expect(await mailsOf(lead)).toEqual([]);
    const { body } = await head
      .get('/api/follow-up-actions')
      .query(listQuery({ filter: { ownerId: owner.id } }));
    await head.post(`/api/follow-up-actions/${body[0].id}/visit`).send({}).expect(201);
    expect(await mailsOf(owner)).toHaveLength(1);
  });
});

describe('the score of its school', () => {
  it('rises with an overdue action and falls when that is done or due later', async () => {
    const school = await api.hub.school();
    const rank = async () => {
      await refreshPriorityScores(api.dataSource, TODAY);
      const { score } = (await head.get(`/api/priority-queue/${school.id}`).expect(200)).body;
      return score as number;
    };
    const before = await rank();
    const created = await head
      .post('/api/follow-up-actions')
      .send({ schoolId: school.id, title: 'Ring', dueOn: '2024-11-19' })
      .expect(201);
    expect(await rank()).toBe(before + 5);
    const { id } = created.body;
    await change(id, { version: 1, dueOn: '2024-12-19' }).expect(200);
    expect(await rank()).toBe(before);
    await change(id, { version: 2, dueOn: '2024-11-01' }).expect(200);
    expect(await rank()).toBe(before + 5);
    await change(id, { version: 3, status: 'done' }).expect(200);
    expect(await rank()).toBe(before);
    await change(id, { version: 4, status: 'open' }).expect(200);
    expect(await rank()).toBe(before + 5);
  });
});
