import { randomUUID } from 'node:crypto';
import type { SchoolDevelopment } from '@tracker/contract';
import { newQuestion } from '@tracker/domain';
import type { RegionEntity, SchoolEntity, UserEntity } from '@tracker/data';
import { rebuildLineage, runRefresh } from '@tracker/work';
import { SurveyScene } from './support/survey-scene';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2026-11-20';
const PLANS = '/api/music-development-plans';

let api: TestApi;
let north: RegionEntity;
let callum: UserEntity;
let head: Agent;
let visitor: Agent;
beforeAll(async () => {
  api = await startTestApi(TODAY);
  north = await api.hub.region();
  callum = await api.hub.user('regional', [north.id], 'Callum Reed');
  head = await api.as(await api.hub.user('head', [], 'Ash Rook'));
  visitor = await api.as(callum);
});
afterAll(() => api.stop());

const school = (over: Partial<SchoolEntity> = {}) =>
  api.hub.school({ regionId: north.id, ...over });
const see = (schoolId: string, body: object = {}, agent = visitor) =>
  agent.post(PLANS).send({ schoolId, academicYears: ['2026-27'], ...body });
const look = (schoolId: string, body: object, agent = visitor) =>
  agent.post('/api/plan-looks').send({ schoolId, ...body });
const development = async (schoolId: string): Promise<SchoolDevelopment> =>
  (await head.get(`/api/schools/${schoolId}/development`).expect(200)).body;
const factor = async (schoolId: string) => {
  await runRefresh(api.dataSource, TODAY);
  const { factors } = (await head.get(`/api/priority-queue/${schoolId}`).expect(200)).body;
  return factors.find(({ key }: { key: string }) => key === 'no_music_plan');
};

describe('a plan that was seen', () => {
  it('is on record with its years and address, and the score says so', async () => {
    const { id } = await school();
    expect(await factor(id)).toMatchObject({
      points: 10,
      detail: 'Nobody has looked for a plan in 2026-27.',
    });
    const { body } = await see(id, {
      ...{ academicYears: ['2025-26', '2026-27'], address: ' www.Birch.example/music ' },
      knownOn: '2026-11-18',
    }).expect(201);
    expect(body).toMatchObject({
      ...{ schoolId: id, academicYears: ['2025-26', '2026-27'], knownFrom: 'seen', version: 1 },
      ...{ address: 'https://www.birch.example/music', goneOn: null, knownOn: '2026-11-18' },
      ...{ recordedById: callum.id, recordedByName: 'Callum Reed' },
    });
    expect(await factor(id)).toMatchObject({ points: 0, detail: 'A plan for 2026-27 is known.' });
    expect(await development(id)).toMatchObject({ state: 'current', plans: [body], looks: [] });
    const listed = await head.get(PLANS).query({ filter: JSON.stringify({ schoolId: id }) });
    expect(listed.body).toEqual([body]);
    const covering = await head
      .get(PLANS)
      .query({ filter: JSON.stringify({ schoolId: id, academicYear: '2024-25' }) });
    expect(covering.body).toEqual([]);
  });

  it('is of today when it does not say, and one a first year', async () => {
    const { id } = await school();
    const { body } = await see(id).expect(201);
    expect(body).toMatchObject({ knownOn: TODAY, address: null });
    const second = await see(id, { academicYears: ['2026-27', '2027-28'] }).expect(409);
    expect(second.body.detail).toBe(
      'A plan from 2026-27 on is on record already. Change that one.',
    );
    expect(second.body.current).toEqual(body);
  });

  it.each([
    [{ academicYears: [] }, 'academicYears', 'Say which academic years the plan covers.'],
    [{ academicYears: ['2026-28'] }, 'academicYears', /no academic year/],
    [{ academicYears: ['2042-43'] }, 'academicYears', 'A plan can be for 2028-29 at the latest.'],
    [{ academicYears: '2026-27' }, 'academicYears', /a list/],
    [{ address: 'https://jo:pw@birch.example' }, 'address', /without a user name and password/],
    [{ address: 'http://10.0.0.1/plan' }, 'address', /private network/],
    [{ address: 'https://birch.example:8080/' }, 'address', /without a port/],
    [{ address: 'javascript:alert(1)' }, 'address', /address of a web page/],
    [{ address: 7 }, 'address', 'The address is a text.'],
    [{ knownOn: '2026-11-21' }, 'knownOn', /cannot lie ahead/],
    [{ knownOn: 'yesterday' }, 'knownOn', /not a day/],
    [{ knownFrom: 'document' }, 'knownFrom', /seen/],
    [{ schoolId: 'x' }, 'schoolId', /which school/],
    [{ colour: 'red' }, 'colour', /colour/],
  ])('refuses %j', async (body, field, message) => {
    const { id } = await school();
    const { body: problem } = await see(id, body).expect(422);
    expect(problem.errors).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  it('names every field at once, and a school that there is not', async () => {
    const { id } = await school();
    const { body } = await see(id, { academicYears: ['2042-43'], address: 'x' }).expect(422);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'academicYears',
      'address',
    ]);
    await see(randomUUID()).expect(404);
  });

  it('is made once with one key', async () => {
    const { id } = await school();
    const key = randomUUID();
    const first = await see(id).set('Idempotency-Key', key).expect(201);
    const again = await see(id).set('Idempotency-Key', key).expect(201);
    expect(again.body).toEqual(first.body);
    await see(id, { academicYears: ['2025-26'] })
      .set('Idempotency-Key', key)
      .expect(422);
  });

  it('is changed from the version that was looked at', async () => {
    const { id } = await school();
    const { body: plan } = await see(id, { address: 'birch.example/a' }).expect(201);
    await look(id, { result: 'gone' }).expect(201);
    const url = `${PLANS}/${plan.id}`;
    const change = { ...plan, academicYears: ['2025-26'], address: 'birch.example/b' };
    const stale = await visitor.put(url).send(change).expect(409);
    expect(stale.body.current).toMatchObject({ version: 2, goneOn: TODAY });
    const now = { ...change, ...stale.body.current, academicYears: ['2025-26'] };
    const { body } = await visitor
      .put(url)
      .send({ ...now, address: 'birch.example/b' })
      .expect(200);
    // Another address may lead somewhere.
    expect(body).toMatchObject({ version: 3, goneOn: null, academicYears: ['2025-26'] });
    const other = await visitor
      .put(url)
      .send({ ...body, schoolName: 'Oak' })
      .expect(422);
    expect(other.body.errors[0].field).toBe('schoolName');
  });

  it('goes when it was typed wrongly, and the trail keeps it', async () => {
    const { id } = await school();
    const { body: plan } = await see(id).expect(201);
    await visitor.delete(`${PLANS}/${plan.id}?version=2`).expect(409);
    await visitor.delete(`${PLANS}/${plan.id}?version=1`).expect(200);
    await visitor.get(`${PLANS}/${plan.id}`).expect(404);
    expect((await development(id)).state).toBe('not_looked');
    const trail = await api.dataSource.query(
      `SELECT action FROM audit_entries WHERE record_id = $1 ORDER BY id`,
      [plan.id],
    );
    expect(trail).toEqual([{ action: 'created' }, { action: 'removed' }]);
  });

  it('is not the regional team’s elsewhere, nor a manager’s', async () => {
    const elsewhere = await school({ regionId: (await api.hub.region()).id });
    await see(elsewhere.id).expect(403);
    await look(elsewhere.id, { result: 'none' }).expect(403);
    const { body: plan } = await see(elsewhere.id, {}, head).expect(201);
    await visitor.put(`${PLANS}/${plan.id}`).send(plan).expect(403);
    await visitor.delete(`${PLANS}/${plan.id}`).expect(403);
    const manager = await api.as(await api.hub.user('manager'));
    await see(elsewhere.id, {}, manager).expect(403);
    await manager.get(`${PLANS}/${plan.id}`).expect(200);
  });
});

describe('a plan that a school only speaks of', () => {
  it('is kept and shown, and does not make it known', async () => {
    const { id } = await school();
    await see(id, { knownFrom: 'told', address: 'birch.example/music' }).expect(201);
    const sentence =
      'Nobody has looked for a plan in 2026-27. The school says there is one: https://birch.example/music';
    expect(await development(id)).toMatchObject({ state: 'not_looked', sentence });
    expect(await factor(id)).toMatchObject({ points: 10, detail: sentence });
  });
});

describe('what a school says in the survey of its plan', () => {
  const yesNo = (key: string) => newQuestion({ key, type: 'yes_no', text: key });
  const questions = [
    yesNo('smdp_published'),
    newQuestion({ key: 'smdp_address', type: 'short_text', text: 'Where?' }),
  ];
  const log = async (schoolId: string, answers: object, visitedOn = TODAY) => {
    const { versionId } = await new SurveyScene(api.dataSource).survey(true, questions);
    const visit = await api.hub.visit(schoolId, { status: 'confirmed', scheduledOn: visitedOn });
    await head
      .post(`/api/visits/${visit.id}/outcome`)
      .send({ visitedOn, summary: 'Fine.', survey: { versionId, answers } })
      .expect(200);
    return visit.id;
  };

  it('is kept as told of its year, until it says otherwise', async () => {
    const { id } = await school();
    await log(id, { smdp_published: true, smdp_address: 'www.birch.example/music' }, '2026-10-01');
    const { state, sentence, plans } = await development(id);
    expect([state, sentence]).toEqual([
      'not_looked',
      'Nobody has looked for a plan in 2026-27. The school says there is one: www.birch.example/music',
    ]);
    expect(plans).toMatchObject([
      { knownFrom: 'told', knownOn: '2026-10-01', academicYears: ['2026-27'] },
    ]);
    await log(id, { smdp_published: false });
    expect((await development(id)).sentence).toBe('Nobody has looked for a plan in 2026-27.');
    await log(id, { smdp_published: true });
    expect((await development(id)).sentence).toMatch(/ The school says there is one\.$/);
  });

  it('is taken back with the visit, and comes back with it', async () => {
    const { id } = await school();
    const said = async () => (await development(id)).sentence.replace(/^.*2026-27\. ?/, '');
    const first = 'The school says there is one: www.birch.example/a';
    await log(id, { smdp_published: true, smdp_address: 'www.birch.example/a' }, '2026-10-01');
    const later = await log(id, { smdp_published: true, smdp_address: 'www.birch.example/b' });
    expect(await said()).toBe('The school says there is one: www.birch.example/b');
    const step = async (visitId: string, name: string, more: object = {}) => {
      const { body } = await head.get(`/api/visits/${visitId}`).expect(200);
      const sent = { version: body.version, reason: 'It was another school.', ...more };
      await head.post(`/api/visits/${visitId}/${name}`).send(sent).expect(200);
    };
    await step(later, 'void');
    expect(await said()).toBe(first);
    await step(later, 'unvoid');
    expect(await said()).toBe('The school says there is one: www.birch.example/b');
    const other = await school();
    await step(later, 'to-school', { schoolId: other.id });
    expect(await said()).toBe(first);
    expect((await development(other.id)).sentence).toMatch(/www\.birch\.example\/b$/);
    const denied = await log(id, { smdp_published: false });
    expect(await said()).toBe('');
    await step(denied, 'void');
    expect(await said()).toBe(first);
  });

  it('leaves what was recorded by hand when a visit of that day is taken back', async () => {
    const { id } = await school();
    await see(id, { knownFrom: 'told', address: 'birch.example/music' }).expect(201);
    const visit = await log(id, {});
    const { body } = await head.get(`/api/visits/${visit}`).expect(200);
    const sent = { version: body.version, reason: 'It was another school.' };
    await head.post(`/api/visits/${visit}/void`).send(sent).expect(200);
    expect((await development(id)).sentence).toMatch(/says there is one/);
  });

  it('says nothing of a later year, and nothing where it was not asked', async () => {
    const { id } = await school();
    await log(id, { smdp_published: true }, '2026-08-31');
    await log(id, {});
    const { sentence, plans } = await development(id);
    expect(sentence).toBe('Nobody has looked for a plan in 2026-27.');
    expect(plans).toMatchObject([{ academicYears: ['2025-26'] }]);
  });
});

describe('a look', () => {
  it('that found none is kept once a person and day', async () => {
    const { id } = await school();
    await look(id, { result: 'no_site' }).expect(201);
    const { body } = await look(id, { result: 'none' }).expect(201);
    expect(body).toMatchObject({ version: 2, lookedOn: TODAY, lookedByName: 'Callum Reed' });
    await look(id, { result: 'none' }, head).expect(201);
    const { state, sentence, looks } = await development(id);
    expect([state, sentence]).toEqual([
      'none_found',
      'Looked for on Fri 20 Nov 2026: none is published.',
    ]);
    expect(looks.map(({ result }) => result)).toEqual(['none', 'none']);
    expect(await factor(id)).toMatchObject({ points: 10, detail: sentence });
  });

  it('that found one puts the plan on record, and found again changes it', async () => {
    const { id } = await school();
    const found = { result: 'found', academicYears: ['2026-27'] };
    await look(id, { ...found, address: 'birch.example/a' }).expect(201);
    await look(id, { ...found, address: 'birch.example/b' }).expect(201);
    const { state, plans, looks } = await development(id);
    expect([state, looks.length]).toEqual(['current', 1]);
    expect(plans).toEqual([
      expect.objectContaining({ address: 'https://birch.example/b', knownFrom: 'seen' }),
    ]);
  });

  it('that finds nothing at the address leaves the plan known', async () => {
    const { id } = await school();
    await see(id, { address: 'birch.example/music' }).expect(201);
    await look(id, { result: 'gone' }).expect(201);
    const gone = await development(id);
    expect([gone.state, gone.plans[0]?.goneOn]).toEqual(['current', TODAY]);
    // Pressed by mistake: the second look of the day takes back what the first one said.
    await look(id, { result: 'none' }).expect(201);
    expect((await development(id)).plans[0]?.goneOn).toBeNull();
  });

  it.each([
    [{ result: 'gone' }, 'result', 'No address of a plan is on record for this school.'],
    [{ result: 'lost' }, 'result', /found, none, gone or no_site/],
    [{ result: 'found', academicYears: ['2026-27'] }, 'address', 'Give the address of the plan.'],
    [{ result: 'found', address: 'birch.example' }, 'academicYears', /which academic years/],
    [{ result: 'none', address: 'birch.example' }, 'address', /Only a plan that was found/],
    [{ result: 'none', academicYears: [] }, 'academicYears', /Only a plan that was found/],
  ])('is refused as %j', async (body, field, message) => {
    const { id } = await school();
    const { body: problem } = await look(id, body).expect(422);
    expect(problem.errors).toEqual([{ field, message: expect.stringMatching(message) }]);
    expect((await development(id)).looks).toEqual([]);
  });
});

describe('what a predecessor hands down', () => {
  const link = (from: SchoolEntity, to: SchoolEntity) =>
    api.dataSource.transaction(async (manager) => {
      await manager.query(`INSERT INTO school_links VALUES ($1, $2, 'Successor')`, [
        from.urn,
        to.urn,
      ]);
      await rebuildLineage(manager);
    });

  it('is the plan of the one before, under its old name; of two, neither counts', async () => {
    const before = await school({ name: 'Birch Primary School' });
    const sister = await school({ name: 'Birch Infant School' });
    const { body: plan } = await see(before.id, { address: 'birch.example' }).expect(201);
    await see(sister.id).expect(201);
    const academy = await school({ name: 'Birch Academy' });
    await api.dataSource.query(`UPDATE schools SET status = 'closed' WHERE id = ANY ($1)`, [
      [before.id, sister.id],
    ]);
    await link(before, academy);
    const merged = await school({ name: 'Birch All-through' });
    expect(await development(academy.id)).toMatchObject({
      ...{ state: 'current', notCounting: [] },
      plans: [{ id: plan.id, schoolName: 'Birch Primary School' }],
    });
    await link(sister, merged);
    await link(before, merged);
    const { state, plans, notCounting } = await development(merged.id);
    expect([state, plans.length]).toEqual(['not_looked', 2]);
    expect(notCounting.sort()).toEqual(plans.map(({ id }) => id).sort());
    await look(academy.id, { result: 'gone' }).expect(201);
    expect((await development(academy.id)).plans[0]?.goneOn).toBe(TODAY);
  });
});
