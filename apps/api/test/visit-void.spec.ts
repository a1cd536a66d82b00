import { randomUUID } from 'node:crypto';
import { refreshPriorityScores } from '@tracker/work';
import type { SchoolEntity, UserEntity } from '@tracker/data';
import { SurveyScene } from './support/survey-scene';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2024-11-20';
let api: TestApi;
let head: Agent;
let regional: Agent;
let person: UserEntity;
let regionId: string;
const sql = (text: string, values: unknown[] = []) => api.dataSource.query(text, values);

beforeAll(async () => {
  api = await startTestApi();
  regionId = (await api.hub.region()).id;
  head = await api.as(await api.hub.user('head'));
  person = await api.hub.user('regional', [regionId], 'Ash Rook');
  regional = await api.as(person);
}, 30_000);
afterAll(() => api.stop());

const school = () => api.hub.school({ regionId });
const log = async (schoolId: string, over: object = {}, agent = regional) =>
  (
    await agent
      .post('/api/visits')
      .send({ schoolId, outcome: { visitedOn: '2024-11-19', summary: 'Two choirs.', ...over } })
      .expect(201)
  ).body;
const post = (id: string, verb: string, body: object, agent = regional) =>
  agent.post(`/api/visits/${id}/${verb}`).send(body);
const queued = async (schoolId: string) => {
  await refreshPriorityScores(api.dataSource, TODAY);
  return (await head.get(`/api/priority-queue/${schoolId}`).expect(200)).body;
};
const stateOf = async ({ id }: Pick<SchoolEntity, 'id'>) => {
  const { state, lastVisitedOn } = (await head.get(`/api/schools/${id}`).expect(200)).body;
  return [state, lastVisitedOn];
};
const historyOf = async (id: string) =>
  (await head.get(`/api/visits/${id}/history`).expect(200)).body as Record<string, unknown>[];

describe('a visit made void', () => {
  it('counts nowhere from then on, and everything about it is kept', async () => {
    const at = await school();
    const visit = await log(at.id, { actions: [{ title: 'Send the form' }] });
    expect(await stateOf(at)).toEqual(['on_track', '2024-11-19']);

    const { body } = await post(visit.id, 'void', { reason: ' Logged twice ' }).expect(200);
    expect(body).toMatchObject({
      ...{ status: 'void', voidedFrom: 'completed', voidReason: 'Logged twice' },
      ...{ voidedByName: 'Ash Rook', visitedOn: '2024-11-19', unlogged: false },
    });
    expect(body.version).toBeGreaterThan(visit.version);
    expect(body.outcome.summary).toBe('Two choirs.');
    expect(await stateOf(at)).toEqual(['never_visited', null]);
    expect(await queued(at.id)).toMatchObject({ state: 'never_visited', band: 1 });
    const [{ status }] = await sql('SELECT status FROM follow_up_actions WHERE visit_id = $1', [
      visit.id,
    ]);
    expect(status).toBe('open');
    const last = (await historyOf(visit.id)).at(-1);
    expect(last).toMatchObject({ kind: 'voided', why: 'Logged twice', byName: 'Ash Rook' });
    const found = await head.get('/api/visits').query(listQuery({ filter: { status: 'void' } }));
    expect(found.body.map(({ id }: { id: string }) => id)).toEqual([visit.id]);
  });

  it('marks its school stale in the same transaction', async () => {
    const at = await school();
    const visit = await log(at.id);
    await queued(at.id);
    await sql('DELETE FROM stale_scores');
    await post(visit.id, 'void', { reason: 'Twice' }).expect(200);
    expect(await sql('SELECT FROM stale_scores WHERE school_id = $1', [at.id])).toHaveLength(1);
  });

  it('comes back as what it was, with the actions that went with it', async () => {
    const at = await school();
    const visit = await log(at.id, { actions: [{ title: 'One' }, { title: 'Two' }] });
    const [first] = await sql(
      'SELECT id FROM follow_up_actions WHERE visit_id = $1 ORDER BY title',
      [visit.id],
    );
    await sql(`UPDATE follow_up_actions SET status = 'dropped', closed_at = now() WHERE id = $1`, [
      first.id,
    ]);
    await post(visit.id, 'void', { reason: 'Twice', openActions: 'drop' }).expect(200);
    const statuses = async () =>
      (
        await sql('SELECT status FROM follow_up_actions WHERE visit_id = $1 ORDER BY title', [
          visit.id,
        ])
      ).map(({ status }: { status: string }) => status);
    expect(await statuses()).toEqual(['dropped', 'dropped']);

    const { body } = await post(visit.id, 'unvoid', { reason: 'It was held' }).expect(200);
    expect(body).toMatchObject({ status: 'completed', voidedFrom: null, voidReason: null });
    expect(await statuses()).toEqual(['dropped', 'open']);
    expect(await stateOf(at)).toEqual(['on_track', '2024-11-19']);
    expect((await historyOf(visit.id)).at(-1)).toMatchObject({ kind: 'unvoided' });
  });

  it.each([
    ['cancelled', { cancelledBy: 'school', cancelReason: 'Ill' }],
    ['not_held', { notHeldReason: 'Ill' }],
  ] as const)('can have been %s, and is that again', async (status, why) => {
    const visit = await api.hub.visit((await school()).id, {
      ...{ status, scheduledOn: '2024-11-18' },
      ...why,
    });
    const { body } = await post(visit.id, 'void', { reason: 'Another day' }).expect(200);
    expect(body).toMatchObject({ status: 'void', voidedFrom: status });
    const back = await post(visit.id, 'unvoid', { reason: 'No' }).expect(200);
    expect(back.body).toMatchObject({ status, ...why });
  });

  it('is refused where it is void already, planned still or overtaken, with the visit as it is', async () => {
    const at = await school();
    const visit = await log(at.id);
    const stale = await post(visit.id, 'void', { reason: 'x', version: visit.version - 1 });
    expect(stale.status).toBe(409);
    expect(stale.body.current.id).toBe(visit.id);
    await post(visit.id, 'void', { reason: 'x', version: visit.version }).expect(200);
    const again = await post(visit.id, 'void', { reason: 'x' }).expect(409);
    expect(again.body.detail).toBe('This visit is void already.');
    expect(again.body.current.status).toBe('void');
    const planned = await api.hub.visit(at.id, { status: 'scheduled', scheduledOn: TODAY });
    const { body } = await post(planned.id, 'void', { reason: 'x' }).expect(409);
    expect(body.detail).toBe('This visit is still scheduled. Cancel it instead.');
    await post(planned.id, 'unvoid', { reason: 'x' }).expect(409);
    for (const reason of [undefined, '', '  ', 'x'.repeat(2001), 7]) {
      const refused = await post(visit.id, 'unvoid', { reason }).expect(422);
      expect(refused.body.errors[0].field).toBe('reason');
    }
    await post(randomUUID(), 'void', { reason: 'x' }).expect(404);
    await post(visit.id, 'outcome', { visitedOn: TODAY, summary: 'x' }).expect(409);
    await post(visit.id, 'correct', { version: 3, reason: 'x', summary: 'x' }).expect(409);
  });

  it('answers a log that was sent before under its key as it did then', async () => {
    const at = await school();
    const key = randomUUID();
    const body = { schoolId: at.id, outcome: { visitedOn: '2024-11-19', summary: 'Fine.' } };
    const send = () => regional.post('/api/visits').set('Idempotency-Key', key).send(body);
    const first = await send().expect(201);
    await post(first.body.id, 'void', { reason: 'Twice' }).expect(200);
    expect((await send().expect(201)).body).toEqual(first.body);
    expect(await sql('SELECT FROM visits WHERE school_id = $1', [at.id])).toHaveLength(1);
  });

  it('does once what is sent twice', async () => {
    const visit = await log((await school()).id);
    const key = randomUUID();
    const send = () => post(visit.id, 'void', { reason: 'Twice' }).set('Idempotency-Key', key);
    const [first, second] = [await send().expect(200), await send().expect(200)];
    expect(second.body).toEqual(first.body);
  });

  it('opens again the action that it had completed', async () => {
    const at = await school();
    const action = await regional
      .post('/api/follow-up-actions')
      .send({ schoolId: at.id, title: 'Go again' })
      .expect(201);
    const planned = await regional
      .post(`/api/follow-up-actions/${action.body.id}/visit`)
      .send({ scheduledOn: '2024-11-19' })
      .expect(201);
    const id = planned.body.becameVisitId;
    await post(id, 'outcome', { visitedOn: '2024-11-19', summary: 'Fine.' }).expect(200);
    const status = async () =>
      (await head.get(`/api/follow-up-actions/${action.body.id}`).expect(200)).body.status;
    expect(await status()).toBe('done');
    await post(id, 'void', { reason: 'Other school' }).expect(200);
    expect(await status()).toBe('in_progress');
    await post(id, 'unvoid', { reason: 'No' }).expect(200);
    expect(await status()).toBe('done');
  });

  it('keeps back what is still to be mailed about it, but never that nobody comes', async () => {
    const at = await school();
    await sql(
      `INSERT INTO contacts (school_id, name, role, email)
      VALUES ($1, 'Jo', 'music_lead', 'jo@school.example')`,
      [at.id],
    );
    const visit = await api.hub.visit(at.id, { status: 'scheduled', scheduledOn: '2024-11-25' });
    await post(visit.id, 'confirm', {}).expect(200);
    await post(visit.id, 'outcome', { visitedOn: TODAY, summary: 'Came early.' }).expect(200);
    const mails = () =>
      sql(`SELECT kind, status FROM mails WHERE visit_id = $1 ORDER BY sequence`, [visit.id]);
    expect(await mails()).toEqual([{ kind: 'visit_confirmed', status: 'waiting' }]);
    await post(visit.id, 'void', { reason: 'Not there' }).expect(200);
    expect(await mails()).toEqual([{ kind: 'visit_confirmed', status: 'cancelled' }]);

    const told = await api.hub.visit(at.id, { status: 'scheduled', scheduledOn: '2024-11-26' });
    await post(told.id, 'confirm', {}).expect(200);
    await sql(`UPDATE mails SET status = 'sent' WHERE visit_id = $1`, [told.id]);
    await post(told.id, 'cancel', { by: 'hub', reason: 'Ill' }).expect(200);
    await post(told.id, 'void', { reason: 'Twice' }).expect(200);
    const kept = await sql(`SELECT kind FROM mails WHERE visit_id = $1 AND status = 'waiting'`, [
      told.id,
    ]);
    expect(kept).toEqual([{ kind: 'visit_cancelled' }]);
  });
});

describe('the survey of a visit made void', () => {
  it('is kept and not counted; what the school sent by itself is its own again', async () => {
    const at = await school();
    const scene = new SurveyScene(api.dataSource);
    const { versionId } = await scene.survey(true);
    const own = await scene.response(at.id);
    const visit = await log(at.id, { survey: { versionId, answers: { choir: false } } });
    const knows = async () => {
      const { body } = await head.get(`/api/surveys/for-school/${at.id}`).expect(200);
      return [body.known.choir?.answer, body.known.choir?.responseId === own];
    };
    expect(await knows()).toEqual([false, false]);
    await post(visit.id, 'void', { reason: 'Twice' }).expect(200);
    expect(await knows()).toEqual([true, true]);
    const { body } = await head
      .get('/api/survey-responses')
      .query(listQuery({ filter: { visitId: visit.id } }));
    expect(body[0]).toMatchObject({ visitVoid: true });
    const surveyed = await head
      .get('/api/visits')
      .query(listQuery({ filter: { schoolId: at.id, surveySubmitted: true } }));
    expect(surveyed.body).toEqual([]);
  });
});
