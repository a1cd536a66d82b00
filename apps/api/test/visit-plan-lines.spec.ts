import type { VisitPlan, VisitPlanAcceptance, VisitPlanLine } from '@tracker/contract';
import type { SchoolEntity } from '@tracker/data';
import { randomUUID } from 'node:crypto';
import { PlanScene } from './support/plan-scene';
import type { Agent } from './support/test-api';

let scene: PlanScene;
let own: Agent;
let schools: SchoolEntity[];
let plan: VisitPlan;
let lines: VisitPlanLine[];

beforeAll(async () => {
  scene = await PlanScene.begin();
  own = await scene.api.as(scene.visitor);
  await scene.capacity({ perDay: 2, perWeek: 2, perHalfTerm: 3 });
  schools = [];
  for (const name of ['Mill Lane', 'Hatch End', 'Ash Grove', 'Brook', 'Park High', 'Elm Road']) {
    schools.push(await scene.school(name));
  }
  plan = await scene.make();
  lines = await scene.lines(plan.id);
}, 60_000);
afterAll(() => scene.api.stop());

const url = (id: string, more = '') => `/api/visit-plan-lines/${id}${more}`;
const line = async (id: string): Promise<VisitPlanLine> =>
  (await scene.lines(plan.id)).find((one) => one.id === id)!;
const change = async (id: string, body: object, agent = scene.head) => {
  const { version } = await line(id);
  return agent.patch(url(id)).send({ version, ...body });
};
const accept = (body: object, key: string = randomUUID()) =>
  scene.head
    .post(`/api/visit-plans/${plan.id}/accept`)
    .set('Idempotency-Key', key)
    .send({ version: plan.version, ...body });
const accepted = async (body: object, key?: string): Promise<VisitPlanAcceptance> => {
  const answer = await accept(body, key);
  expect([answer.status, answer.body]).toMatchObject([200, {}]);
  return answer.body as VisitPlanAcceptance;
};
const openVisits = async (schoolId: string): Promise<number> =>
  (
    await scene.api.dataSource.query(
      `SELECT count(*)::int AS visits FROM visits WHERE school_id = $1 AND status = 'scheduled'`,
      [schoolId],
    )
  )[0].visits;

describe('a line', () => {
  it('goes to one of its ten best days, and its companions have new reasons', async () => {
    const first = lines.find(({ withSchoolIds }) => withSchoolIds.length > 0);
    const { body: days } = await scene.head.get(url(first!.id, '/days')).expect(200);
    expect(days).toHaveLength(10);
    expect(days[0]).toMatchObject({ visitorId: scene.visitor.id, visitorName: 'Callum Reed' });
    const alone = days.find(
      ({ withSchoolIds }: { withSchoolIds: string[] }) => withSchoolIds.length === 0,
    );
    const { status, body } = await change(first!.id, { date: alone.date });
    expect(status).toBe(200);
    expect(body).toMatchObject({ date: alone.date, withSchoolIds: [], status: 'proposed' });
    expect(body.km - first!.km).toBeCloseTo(alone.kmMore, 5);
    const [companion] = first!.withSchoolIds;
    const before = lines.find(({ schoolId }) => schoolId === companion)!;
    const left = await line(before.id);
    const said = (of: VisitPlanLine) => of.reasons.find(({ key }) => key === 'with')!.sentence;
    expect(said(before)).toMatch(/^On one day with/);
    expect(said(left)).toMatch(/^Alone/);
  });

  it('says which rules it would break, and goes against them knowingly', async () => {
    const { id } = lines[0]!;
    const refused = await change(id, { date: '2024-10-05' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      errors: [{ field: 'date' }, { field: 'date' }],
      rules: [{ key: 'day', message: 'It is no school day.' }, { key: 'visitor-day' }],
    });
    const holiday = await change(id, { date: '2024-10-05', accepting: ['day', 'visitor-day'] });
    expect(holiday.body).toMatchObject({ date: '2024-10-05', halfTerm: 1, status: 'proposed' });
    expect(holiday.body.knowing).toEqual(['day', 'visitor-day']);
    const soon = await change(id, { date: '2024-09-10' });
    expect(soon.body.rules).toMatchObject([{ key: 'horizon' }]);
    const back = await change(id, { date: lines[0]!.date });
    expect(back.body).toMatchObject({ date: lines[0]!.date, knowing: [] });
  });

  it('is locked, left out and taken in again; who was overtaken is told', async () => {
    const { id } = lines[1]!;
    expect((await change(id, { locked: true })).body).toMatchObject({
      ...{ locked: true, lockedByName: 'Imogen Farrant' },
    });
    const late = await scene.head.patch(url(id)).send({ version: 1, locked: false });
    expect(late.status).toBe(409);
    expect((await change(id, { locked: false, status: 'dropped' })).body).toMatchObject({
      ...{ locked: false, status: 'dropped' },
    });
    expect((await change(id, { date: '2024-11-12', status: 'dropped' })).status).toBe(422);
    expect((await change(id, { status: 'proposed' })).body).toMatchObject({ status: 'proposed' });
    await scene.head.patch(url(randomUUID())).send({ version: 1 }).expect(404);
  });

  it('is its own region’s team’s to change once the plan was sent', async () => {
    const { id, version } = await line(lines[2]!.id);
    await own.patch(url(id)).send({ version, locked: true }).expect(404);
    const sent = await scene.head.post(`/api/visit-plans/${plan.id}/send`).send({});
    expect(sent.status).toBe(200);
    const seen = await line(id);
    await own.patch(url(id)).send({ version: seen.version, locked: true }).expect(200);
    const region = await scene.api.hub.region('East');
    const other = await scene.api.hub.user('regional', [region.id], 'Bethan');
    const stranger = await scene.api.as(other);
    const now = await line(id);
    await stranger.patch(url(id)).send({ version: now.version, locked: false }).expect(403);
    const manager = await scene.api.as(await scene.api.hub.user('manager'));
    await manager.patch(url(id)).send({ version: now.version, locked: false }).expect(403);
    // Somebody who does not look after the region is the Head's to send there.
    const accepting = ['region'];
    const body = { version: now.version, visitorId: other.id, accepting };
    const refused = await own.patch(url(id)).send(body).expect(422);
    expect(refused.body.rules).toMatchObject([{ key: 'region' }]);
    const moved = await scene.head.patch(url(id)).send(body).expect(200);
    expect(moved.body).toMatchObject({
      visitorName: 'Bethan',
      knowing: ['region'],
      status: 'proposed',
    });
    await change(id, { visitorId: scene.visitor.id, locked: false });
    plan = await scene.plan(plan.id);
  });
});

describe('accepting', () => {
  it('makes scheduled visits without a mail to a school; what is stale is refused with its reason', async () => {
    const first = await line(lines[0]!.id);
    const second = (await scene.lines(plan.id)).find(({ date }) => date !== first.date)!;
    const outbox = () =>
      scene.api.dataSource.query(
        `SELECT id FROM mails WHERE kind LIKE 'visit%' AND kind NOT LIKE 'visit_plan%'`,
      );
    const mails = (await outbox()).length;
    const absence = { userId: scene.visitor.id, from: second.date, to: second.date };
    await scene.head.post('/api/visitor-absences').send(absence).expect(201);
    const stale = (await scene.lines(plan.id)).filter(({ status }) => status === 'stale');
    expect(stale.map(({ id }) => id)).toContain(second.id);
    const answer = await accepted({ lineIds: [second.id, first.id] });
    expect(answer.refused.find(({ lineId }) => lineId === second.id)).toMatchObject({
      ...{ key: 'visitor-away', message: 'The visitor is away.' },
    });
    expect(answer.accepted.map(({ lineId }) => lineId)).toEqual([first.id]);
    const visit = await scene.head.get(`/api/visits/${answer.accepted[0]!.visitId}`).expect(200);
    expect(visit.body).toMatchObject({
      ...{ status: 'scheduled', scheduledOn: first.date, visitorId: first.visitorId },
    });
    expect((await outbox()).length).toBe(mails);
    await scene.api.dataSource.query('DELETE FROM visitor_absences');
    expect((await line(second.id)).status).toBe('proposed');
  });

  it('of one line twice at the same time makes one visit, whoever presses', async () => {
    const open = (await scene.lines(plan.id)).filter(({ status }) => status === 'proposed');
    for (const { id } of open.slice(0, 2)) {
      const one = await line(id);
      const other = await scene.api.as(await scene.api.hub.user('head'));
      const body = { version: plan.version, lineIds: [id] };
      const press = (agent: Agent) => agent.post(`/api/visit-plans/${plan.id}/accept`).send(body);
      const answers = await Promise.all([
        press(scene.head),
        press(other),
        press(scene.head),
        press(other),
      ]);
      const visits = answers.map((answer) => answer.body.accepted[0]?.visitId);
      expect(new Set(visits).size).toBe(1);
      expect(answers.flatMap((answer) => answer.body.refused)).toEqual([]);
      expect(await openVisits(one.schoolId)).toBe(1);
      // The visitor's other lines stand: the visit takes the place of the line.
      const others = await scene.lines(plan.id);
      expect(others.filter(({ status }) => status === 'stale')).toEqual([]);
    }
  });

  it('of all lines of a visitor at once, by two people, neither waits for the other for ever', async () => {
    const open = (await scene.lines(plan.id)).filter(({ status }) => status === 'proposed');
    expect(open.length).toBeGreaterThan(1);
    const ids = open.map(({ id }) => id);
    const answers = await Promise.all([
      accept({ lineIds: ids }),
      accept({ lineIds: [...ids].reverse() }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    for (const { schoolId } of open) expect(await openVisits(schoolId)).toBe(1);
    const all = await scene.lines(plan.id);
    expect(all.every(({ status, visitId }) => status === 'accepted' && visitId !== null)).toBe(
      true,
    );
  });

  it('again with the same key gives the same answer; a visit is not a line to be moved', async () => {
    const { id } = lines[0]!;
    const key = randomUUID();
    const first = await accepted({ filter: { halfTerm: 1 } }, key);
    expect(await accepted({ filter: { halfTerm: 1 } }, key)).toEqual(first);
    expect((await change(id, { date: '2025-01-14' })).status).toBe(409);
    const neither = await accept({});
    expect(neither.status).toBe(422);
    expect((await accept({ lineIds: [id], filter: {} })).status).toBe(422);
    expect((await accept({ filter: { colour: 'red' } })).status).toBe(400);
    expect((await accept({ version: 99, lineIds: [id] })).status).toBe(409);
  });

  it('gives the visit that waits for a day the day of the line', async () => {
    const school = await scene.school('Waiting');
    const waiting = await scene.api.hub.visit(school.id, { status: 'proposed' });
    const again = await scene.make();
    const [open] = (await scene.lines(again.id)).filter(({ schoolId }) => schoolId === school.id);
    const { body } = await scene.head
      .post(`/api/visit-plans/${again.id}/accept`)
      .send({ version: again.version, lineIds: [open!.id] })
      .expect(200);
    expect(body).toEqual({ accepted: [{ lineId: open!.id, visitId: waiting.id }], refused: [] });
    // Of the plan before nothing can be accepted.
    const { body: late } = await scene.head
      .post(`/api/visit-plans/${plan.id}/accept`)
      .send({ version: (await scene.plan(plan.id)).version, lineIds: [lines[0]!.id] })
      .expect(409);
    expect(late.detail).toContain('Only the plan of the year');
  });
});

it('P13: a what-if is not accepted before it is used', async () => {
  const whatIf = await scene.make({ settings: { perDay: 1 } });
  const { body } = await scene.head
    .post(`/api/visit-plans/${whatIf.id}/accept`)
    .send({ version: whatIf.version, filter: {} })
    .expect(409);
  expect(body.detail).toBe('Only the plan of the year can be accepted. Use this one first.');
});
