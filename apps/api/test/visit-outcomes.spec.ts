import { randomUUID } from 'node:crypto';
import type { OutcomeTag, Visit } from '@tracker/contract';
import type { SchoolEntity, UserEntity } from '@tracker/data';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2024-11-20';

let api: TestApi;
let headUser: UserEntity;
let head: Agent;
let author: Agent;
let authorUser: UserEntity;
let colleague: Agent;
let school: SchoolEntity;
let singing: OutcomeTag;
let money: OutcomeTag;

beforeAll(async () => {
  api = await startTestApi(TODAY);
  headUser = await api.hub.user('head', [], 'Hilary Head');
  head = await api.as(headUser);
  const region = await api.hub.region();
  authorUser = await api.hub.user('regional', [region.id], 'Nia Reed');
  author = await api.as(authorUser);
  colleague = await api.as(await api.hub.user('regional', [region.id]));
  school = await api.hub.school({ regionId: region.id });
  const { body: tags } = await head.get('/api/outcome-tags').expect(200);
  singing = tags.find((tag: OutcomeTag) => tag.kind === 'strength' && tag.label === 'Singing');
  money = tags.find((tag: OutcomeTag) => tag.kind === 'need' && tag.label === 'Money for music');
});
afterAll(() => api.stop());

const contact = async (over: object = {}) =>
  (
    await head
      .post('/api/contacts')
      .send({ schoolId: school.id, name: `Jo ${randomUUID()}`, role: 'other', ...over })
      .expect(201)
  ).body;

const planned = async () =>
  (await author.post('/api/visits').send({ schoolId: school.id, scheduledOn: TODAY }).expect(201))
    .body as Visit;

const logged = async (over: object = {}): Promise<Visit> => {
  const { id } = await planned();
  const body = { visitedOn: TODAY, summary: 'Two choirs.', ...over };
  return (await author.post(`/api/visits/${id}/outcome`).send(body).expect(200)).body;
};

const staleNow = async () => {
  const [row] = await api.dataSource.query('SELECT FROM stale_scores WHERE school_id = $1', [
    school.id,
  ]);
  return row !== undefined;
};

describe('logging a visit', () => {
  it('writes whom one met, what was found and what was agreed, all in one', async () => {
    const jo = await contact();
    const { id } = await planned();
    const name = `Ann Lee ${randomUUID()}`;
    const { body: visit } = await author
      .post(`/api/visits/${id}/outcome`)
      .send({
        visitedOn: TODAY,
        peopleMet: [
          { contactId: jo.id },
          { name, role: 'music_lead', email: 'ann@school.example' },
        ],
        summary: 'Two choirs.',
        strengths: ' Every class sings ',
        strengthTagIds: [singing.id],
        needs: 'A budget',
        needTagIds: [money.id],
        engagementLevel: 3,
        engagementReason: 'Comes to the network',
        actions: [{ title: 'Send the form', ownerId: headUser.id }, { title: 'Ring' }],
        followUpVisit: { scheduledOn: '2024-12-03', startTime: '09:30', reason: 'See a lesson' },
      })
      .expect(200);
    const { body: people } = await head
      .get('/api/contacts')
      .query(listQuery({ filter: { schoolId: school.id, q: 'Ann Lee' } }));
    expect(people).toMatchObject([{ name, role: 'music_lead', email: 'ann@school.example' }]);
    expect(visit.outcome).toMatchObject({
      metWith: `${jo.name}, ${name} (music lead)`,
      peopleMet: [
        { contactId: jo.id, name: jo.name, role: 'other' },
        { contactId: people[0].id, name, role: 'music_lead' },
      ],
      strengths: 'Every class sings',
      strengthTagIds: [singing.id],
      needs: 'A budget',
      needTagIds: [money.id],
      engagementLevel: 3,
      engagementReason: 'Comes to the network',
      loggedById: authorUser.id,
      correction: null,
    });
    const { body: actions } = await head
      .get('/api/follow-up-actions')
      .query(listQuery({ filter: { visitId: id } }));
    const owners = actions.map(({ ownerId }: { ownerId: string }) => ownerId).sort();
    expect(owners).toEqual([headUser.id, authorUser.id].sort());
    const { body: visits } = await head
      .get('/api/visits')
      .query(listQuery({ filter: { schoolId: school.id, status: 'scheduled' } }));
    expect(visits).toMatchObject([
      {
        kind: 'follow_up',
        scheduledOn: '2024-12-03',
        startTime: '09:30',
        visitorId: authorUser.id,
        purpose: 'See a lesson',
        followsVisitId: id,
      },
    ]);
    expect((await head.get(`/api/schools/${school.id}`)).body.nextVisitOn).toBe('2024-12-03');
  });

  it('leaves nothing when one part of it cannot be taken', async () => {
    const { id } = await planned();
    const { body } = await author
      .post(`/api/visits/${id}/outcome`)
      .send({
        visitedOn: TODAY,
        summary: 'Fine.',
        peopleMet: [{ name: 'Never Added', role: 'other' }],
        needTagIds: [singing.id],
        engagementLevel: 2,
        actions: [{ title: 'Ring', ownerId: randomUUID() }],
        followUpVisit: { scheduledOn: TODAY, reason: 'Again' },
      })
      .expect(422);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'needTagIds.0',
      'engagementReason',
      'actions.0.ownerId',
      'followUpVisit.scheduledOn',
    ]);
    const { body: people } = await head
      .get('/api/contacts')
      .query(listQuery({ filter: { schoolId: school.id, q: 'Never Added' } }));
    expect(people).toEqual([]);
    expect((await head.get(`/api/visits/${id}`)).body.status).toBe('scheduled');
  });

  it.each([
    [{ peopleMet: [{ contactId: 'x' }] }, 'peopleMet.0.contactId'],
    [{ peopleMet: [{ name: 'A', role: 'cook' }] }, 'peopleMet.0.role'],
    [{ engagementLevel: 5, engagementReason: 'x' }, 'engagementLevel'],
    [{ followUpVisit: { scheduledOn: '2024-12-03' } }, 'followUpVisit.reason'],
    [{ followUpVisit: 'soon' }, 'followUpVisit'],
    [{ strengths: 5 }, 'strengths'],
    [{ mood: 'good' }, 'mood'],
  ])('refuses %j', async (over, field) => {
    const { id } = await planned();
    const { body } = await author
      .post(`/api/visits/${id}/outcome`)
      .send({ visitedOn: TODAY, summary: 'Fine.', ...over })
      .expect(422);
    expect(body.errors[0].field).toBe(field);
  });

  it('is taken whatever was planned meanwhile, but not for another school', async () => {
    const moved = await planned();
    await head.post(`/api/visits/${moved.id}/schedule`).send({ scheduledOn: '2024-12-03' });
    await head.post(`/api/visits/${moved.id}/confirm`).send({}).expect(200);
    const outcome = { schoolId: school.id, visitedOn: TODAY, summary: 'Fine.' };
    const log = (id: string) => author.post(`/api/visits/${id}/outcome`).send(outcome);
    await log(moved.id).expect(200);

    const elsewhere = await api.hub.school({ name: 'Hazel School' });
    const gone = await planned();
    await api.dataSource.query('UPDATE visits SET school_id = $2 WHERE id = $1', [
      gone.id,
      elsewhere.id,
    ]);
    const { body } = await log(gone.id).expect(409);
    expect(body.detail).toBe('This visit has gone to Hazel School in the meantime.');
    expect(body.current).toMatchObject({ schoolId: elsewhere.id, status: 'scheduled' });
  });

  it('of a visit that nobody planned puts it on record in the same step, once', async () => {
    const key = randomUUID();
    const body = {
      schoolId: school.id,
      kind: 'other',
      outcome: { visitedOn: '2024-11-19', summary: 'Dropped in.', actions: [{ title: 'Ring' }] },
    };
    const send = () => author.post('/api/visits').set('Idempotency-Key', key).send(body);
    const first = await send().expect(201);
    const again = await send().expect(201);
    expect(again.body).toEqual(first.body);
    expect(first.body).toMatchObject({
      status: 'completed',
      kind: 'other',
      visitedOn: '2024-11-19',
      visitorId: authorUser.id,
      outcome: { summary: 'Dropped in.', peopleMet: [] },
    });
    const { body: visits } = await head
      .get('/api/visits')
      .query(listQuery({ filter: { schoolId: school.id, kind: 'other' } }));
    expect(visits).toHaveLength(1);
  });

  it('leaves no visit on record when its outcome is refused', async () => {
    const outcome = { visitedOn: '2024-11-21', summary: 'Tomorrow.' };
    await author.post('/api/visits').send({ schoolId: school.id, outcome }).expect(422);
    const { body: visits } = await head
      .get('/api/visits')
      .query(listQuery({ filter: { schoolId: school.id, status: 'proposed' } }));
    expect(visits).toEqual([]);
  });
});

describe('a correction', () => {
  const correct = (agent: Agent, { id, version }: Visit, body: object) =>
    agent.post(`/api/visits/${id}/correct`).send({ version, reason: 'A slip', ...body });

  it('changes what it names, keeps the rest and says who, when and why', async () => {
    const jo = await contact();
    const visit = await logged({
      metWith: 'The deputy',
      peopleMet: [{ contactId: jo.id }],
      strengthTagIds: [singing.id],
      engagementLevel: 2,
      engagementReason: 'Hesitant',
    });
    await api.dataSource.query('DELETE FROM stale_scores');
    expect(await staleNow()).toBe(false);
    const { body } = await correct(head, visit, {
      summary: 'Three choirs.',
      visitedOn: '2024-11-18',
      needTagIds: [money.id],
    }).expect(200);
    expect(body).toMatchObject({
      version: visit.version + 1,
      visitedOn: '2024-11-18',
      outcome: {
        summary: 'Three choirs.',
        metWith: 'The deputy',
        peopleMet: [{ contactId: jo.id }],
        strengthTagIds: [singing.id],
        needTagIds: [money.id],
        engagementLevel: 2,
        loggedById: authorUser.id,
        correction: { byName: 'Hilary Head', reason: 'A slip' },
      },
    });
    expect(await staleNow()).toBe(true);
    const events = await api.dataSource.query(
      `SELECT kind, by_id AS "byId", why FROM visit_events WHERE visit_id = $1 AND kind = 'corrected'`,
      [visit.id],
    );
    expect(events).toEqual([{ kind: 'corrected', byId: headUser.id, why: 'A slip' }]);
    const { body: history } = await head
      .get('/api/history')
      .query(listQuery({ filter: { visitId: visit.id } }));
    expect(JSON.stringify(history)).toContain('Two choirs.');
  });

  it('changes whom one met, without bringing back who is no contact any more', async () => {
    const left = await contact({ role: 'head_teacher' });
    const visit = await logged({ peopleMet: [{ contactId: left.id }] });
    await head.delete(`/api/contacts/${left.id}`).query({ version: left.version });
    const { body } = await correct(author, visit, {
      peopleMet: [
        { name: left.name, role: left.role },
        { name: 'Nell Frost', role: 'other' },
      ],
    }).expect(200);
    expect(body.outcome.peopleMet).toEqual([
      { contactId: null, name: left.name, role: 'head_teacher' },
      { contactId: expect.any(String), name: 'Nell Frost', role: 'other' },
    ]);
    const { body: contacts } = await head
      .get('/api/contacts')
      .query(listQuery({ filter: { schoolId: school.id, q: left.name } }));
    expect(contacts).toEqual([]);
  });

  it('is for whoever logged it and those who run the hub', async () => {
    const visit = await logged();
    const { body } = await correct(colleague, visit, { summary: 'Mine.' }).expect(403);
    expect(body.detail).toContain('Only whoever logged a visit');
    await correct(author, visit, { summary: 'Ours.' }).expect(200);
  });

  it('comes second to another one and is told so', async () => {
    const visit = await logged();
    await correct(author, visit, { summary: 'First.' }).expect(200);
    const { body } = await correct(head, visit, { summary: 'Second.' }).expect(409);
    expect(body.current.outcome.summary).toBe('First.');
  });

  it('takes away what is given as nothing', async () => {
    const visit = await logged({
      ...{
        metWith: 'Jo',
        strengthTagIds: [singing.id],
        peopleMet: [{ name: 'Li', role: 'other' }],
      },
      ...{ engagementLevel: 1, engagementReason: 'Not interested' },
    });
    const { body } = await correct(author, visit, {
      ...{ metWith: null, strengthTagIds: [], peopleMet: [] },
      ...{ engagementLevel: null, engagementReason: null },
    }).expect(200);
    expect(body.outcome).toMatchObject({
      ...{ metWith: null, strengthTagIds: [], peopleMet: [], engagementLevel: null },
    });
  });

  it.each([
    [{ visitedOn: '2024-11-21' }, 'visitedOn'],
    [{ summary: ' ' }, 'summary'],
    [{ reason: ' ' }, 'reason'],
    [{ engagementReason: 'Keen' }, 'engagementLevel'],
    [{ actions: [] }, 'actions'],
  ])('refuses %j', async (over, field) => {
    const { body } = await correct(author, await logged(), over).expect(422);
    expect(body.errors[0].field).toBe(field);
  });

  it('is not for a visit that is not logged yet', async () => {
    const { body } = await correct(head, await planned(), { summary: 'x' }).expect(409);
    expect(body.detail).toContain('Only a visit that took place');
  });
});

describe('the list of strengths and needs', () => {
  it('is kept by those who run the hub; nothing stands in it twice', async () => {
    const label = `Steel pans ${randomUUID()}`;
    const made = await head.post('/api/outcome-tags').send({ kind: 'strength', label }).expect(201);
    await author.post('/api/outcome-tags').send({ kind: 'need', label }).expect(403);
    const { body } = await head
      .post('/api/outcome-tags')
      .send({ kind: 'strength', label: label.toUpperCase() })
      .expect(422);
    expect(body.errors[0].field).toBe('label');
    const url = `/api/outcome-tags/${made.body.id}`;
    await head.put(url).send({ version: 1, label, active: false }).expect(200);
    await head.put(url).send({ version: 1, label }).expect(409);
    // Written down without a signal while it was still offered.
    expect((await logged({ strengthTagIds: [made.body.id] })).outcome?.strengthTagIds).toEqual([
      made.body.id,
    ]);
  });
});
