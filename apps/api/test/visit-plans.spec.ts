import type { VisitPlan, VisitPlanLine } from '@tracker/contract';
import { brokenRules, readPlanLines, readPlanProblem } from '@tracker/domain';
import { sweepVisitPlans } from '@tracker/work';
import { PlanScene } from './support/plan-scene';
import { type Agent, listQuery } from './support/test-api';

let scene: PlanScene;
let head: Agent;
let first: VisitPlan;
let lines: VisitPlanLine[];

const where = (of: readonly VisitPlanLine[]) =>
  of.map(({ schoolId, date, visitorId }) => `${schoolId} ${date} ${visitorId}`);
const statusOf = async (id: string) => {
  const [line] = await scene.api.dataSource.query(
    'SELECT status, stale_because FROM visit_plan_lines WHERE id = $1',
    [id],
  );
  return [line.status, line.stale_because] as [string, string | null];
};

beforeAll(async () => {
  scene = await PlanScene.begin();
  ({ head } = scene);
  for (const name of ['Mill Lane', 'Hatch End', 'Ash Grove', 'Birch Hill', 'Cedar Park', 'Dell']) {
    await scene.school(name);
  }
  await scene.school('Elm Road', { regionId: (await scene.api.hub.region('East')).id });
}, 60_000);
afterAll(() => scene.api.stop());

describe('a plan', () => {
  it('is asked for by the Head, made once, and says why', async () => {
    const answers = await Promise.all(
      [0, 1].map(() => head.post('/api/visit-plans').send({ academicYear: '2024-25' })),
    );
    const [made, second] = answers.sort((a, b) => a.status - b.status);
    expect([made?.status, second?.status]).toEqual([202, 409]);
    expect(second?.body.current).toMatchObject({ id: made?.body.id, status: 'queued' });
    await sweepVisitPlans(scene.api.dataSource);
    first = await scene.plan(made?.body.id);
    expect(first).toMatchObject({
      ...{ status: 'ready', inUse: true, isWhatIf: false, progress: 100, unchanged: false },
      ...{ name: 'Plan of 2024-25', asOf: '2024-09-02', madeByName: 'Imogen Farrant', stale: 0 },
      ...{ proposedLines: 6, leftOut: 1, figures: { visits: 6, placed: { 1: 6 }, room: 18 } },
    });
    lines = await scene.lines(first.id);
    expect(lines).toHaveLength(6);
    for (const line of lines) {
      expect(line.date >= '2024-09-16').toBe(true);
      expect(line.reasons.map(({ key }) => key)).toEqual(['which', 'when', 'with', 'day', 'who']);
      expect(line.withSchoolIds.length).toBeLessThanOrEqual(1);
    }
  }, 60_000);

  it('says of a school left out why, and what would let it in', async () => {
    const { body } = await head.get(`/api/visit-plans/${first.id}/left-out`).expect(200);
    expect(body).toMatchObject([
      { schoolName: 'Elm Road', reason: 'no_visitor', letsIn: 'Give somebody the region.' },
    ]);
    const of = listQuery({ filter: { reason: ['no_place'] } });
    const none = await head.get(`/api/visit-plans/${first.id}/left-out`).query(of).expect(200);
    expect(none.body).toEqual([]);
  });

  it('gives the problem and the plan as files that the planner reads', async () => {
    const answer = await head.get(`/api/visit-plans/${first.id}/problem`).expect(200);
    const problem = readPlanProblem(answer.body);
    expect(problem.schools).toHaveLength(7);
    const { body } = await head.get(`/api/visit-plans/${first.id}/visits`).expect(200);
    expect(body).toHaveLength(6);
    expect(brokenRules(problem, readPlanLines(body))).toEqual([]);
    expect(Object.keys(body[0]).sort()).toEqual(['date', 'urn', 'visitorId']);
  });

  it('changes no visit and sends no mail', async () => {
    const [{ visits, mails }] = await scene.api.dataSource.query(
      'SELECT (SELECT count(*) FROM visits)::int AS visits, (SELECT count(*) FROM mails)::int AS mails',
    );
    expect([visits, mails]).toEqual([0, 0]);
  });

  it('is the same again where nothing has changed', async () => {
    const again = await scene.make();
    expect(again).toMatchObject({ unchanged: true, basedOnId: first.id, movedLines: 0 });
    expect(again.notes[0]).toBe('Nothing has changed since.');
    expect(where(await scene.lines(again.id))).toEqual(where(lines));
    expect((await scene.plan(first.id)).status).toBe('superseded');
    first = again;
    lines = await scene.lines(first.id);
  }, 60_000);
});

describe('a line turns stale in the transaction that speaks against it, and recovers', () => {
  const sql = (text: string, ...values: unknown[]) => scene.api.dataSource.query(text, values);
  it.each<[string, string, string, string]>([
    [
      'closed',
      `UPDATE schools SET status = 'closed', in_scope = false WHERE id = $1`,
      `UPDATE schools SET status = 'open', in_scope = true WHERE id = $1`,
      'school',
    ],
    [
      'out-of-scope',
      `UPDATE schools SET in_scope = false WHERE id = $1`,
      `UPDATE schools SET in_scope = true WHERE id = $1`,
      'school',
    ],
    [
      'booked',
      `INSERT INTO visits (school_id, kind, status, scheduled_on) VALUES ($1, 'cycle', 'scheduled', '2025-06-10')`,
      `UPDATE visits SET status = 'cancelled', cancelled_by = 'school' WHERE school_id = $1`,
      'school',
    ],
    [
      'visited',
      `INSERT INTO visits (school_id, kind, status, visited_on) VALUES ($1, 'cycle', 'completed', '2024-09-02')`,
      `DELETE FROM visits WHERE school_id = $1`,
      'school',
    ],
    [
      'unavailable',
      `INSERT INTO school_unavailable_days (school_id, from_day, to_day, why) VALUES ($1, '2024-09-02', '2025-07-23', 'Rebuilding')`,
      `DELETE FROM school_unavailable_days WHERE school_id = $1`,
      'school',
    ],
    [
      'snoozed',
      `INSERT INTO queue_holds (school_id, kind, reason, until_on) VALUES ($1, 'snooze', 'Building work', '2025-07-23')`,
      `UPDATE queue_holds SET lifted_at = now() WHERE school_id = $1`,
      'school',
    ],
    [
      'visitor-away',
      `INSERT INTO visitor_absences (user_id, from_day, to_day) VALUES ($1, '2024-09-02', '2025-07-23')`,
      `DELETE FROM visitor_absences WHERE user_id = $1`,
      'visitor',
    ],
    [
      'visitor-gone',
      `UPDATE users SET active = false WHERE id = $1`,
      `UPDATE users SET active = true WHERE id = $1`,
      'visitor',
    ],
    [
      'region',
      `UPDATE user_regions SET region_id = (SELECT id FROM regions WHERE name = 'East') WHERE user_id = $1`,
      `UPDATE user_regions SET region_id = (SELECT id FROM regions WHERE name = 'West') WHERE user_id = $1`,
      'visitor',
    ],
    [
      'window',
      `INSERT INTO planning_windows (academic_year, windows) SELECT '2024-25',
         '[{"words": "All year", "from": "2024-09-02", "to": "2025-07-23", "phases": null}]' WHERE $1::uuid IS NOT NULL`,
      `DELETE FROM planning_windows WHERE $1::uuid IS NOT NULL`,
      'school',
    ],
  ])('%s', async (key, change, back, whose) => {
    const [line] = lines as [VisitPlanLine];
    const id = whose === 'school' ? line.schoolId : line.visitorId;
    await sql(change, id);
    expect(await statusOf(line.id)).toEqual(['stale', key]);
    expect((await scene.plan(first.id)).stale).toBeGreaterThan(0);
    const of = listQuery({ filter: { planId: first.id, status: ['stale'] } });
    const { body } = await head.get('/api/visit-plan-lines').query(of).expect(200);
    expect(body[0].stale).toMatchObject({ key, sentence: expect.stringMatching(/^[A-Z].+\.$/) });
    await sql(back, id);
    expect(await statusOf(line.id)).toEqual(['proposed', null]);
  });

  it('per-half-term, of the last lines alone', async () => {
    const halfTerm = lines.filter((line) => line.halfTerm === lines[0]?.halfTerm);
    const other = await scene.school('Fir Tree');
    const visitorId = scene.visitor.id;
    const visit = { status: 'scheduled', scheduledOn: '2024-10-24', visitorId } as const;
    const { id } = await scene.api.hub.visit(other.id, visit);
    const states = await Promise.all(halfTerm.map((line) => statusOf(line.id)));
    expect(halfTerm).toHaveLength(3);
    expect(states.map(([status]) => status).sort()).toEqual(['proposed', 'proposed', 'stale']);
    await sql('DELETE FROM visits WHERE id = $1', id);
    await sql('UPDATE schools SET in_scope = false WHERE id = $1', other.id);
  });

  it('when the visit that it became falls through', async () => {
    const [line] = lines as [VisitPlanLine];
    const visitId = await scene.accept(line);
    await sql(
      `UPDATE visits SET status = 'cancelled', cancelled_by = 'school' WHERE id = $1`,
      visitId,
    );
    expect(await statusOf(line.id)).toEqual(['stale', 'cancelled']);
    await sql(`UPDATE visits SET status = 'scheduled', cancelled_by = NULL WHERE id = $1`, visitId);
    expect(await statusOf(line.id)).toEqual(['accepted', null]);
  });
});

describe('made again', () => {
  it('keeps what was accepted, what is locked and what was left out by hand', async () => {
    const [accepted, locked, dropped] = lines as [VisitPlanLine, VisitPlanLine, VisitPlanLine];
    const { dataSource } = scene.api;
    const [by] = await dataSource.query(`SELECT id FROM users WHERE role = 'head'`);
    // Locked against the rules: it stays and is stale.
    await dataSource.query(
      `UPDATE visit_plan_lines SET locked_by_id = $2, date = '2024-10-19' WHERE id = $1`,
      [locked.id, by.id],
    );
    await dataSource.query(`UPDATE visit_plan_lines SET status = 'dropped' WHERE id = $1`, [
      dropped.id,
    ]);
    const again = await scene.make();
    const now = await scene.lines(again.id);
    const of = (schoolId: string) => now.find((line) => line.schoolId === schoolId);
    expect(of(accepted.schoolId)).toMatchObject({
      status: 'accepted',
      visitId: expect.any(String),
    });
    expect(of(locked.schoolId)).toMatchObject({
      ...{ date: '2024-10-19', locked: true, lockedByName: 'Imogen Farrant' },
      ...{ status: 'stale', stale: { key: 'visitor-day' } },
    });
    expect(of(dropped.schoolId)).toMatchObject({ status: 'dropped' });
    expect(again).toMatchObject({ acceptedLines: 1, droppedLines: 1, unchanged: false });
    for (const before of lines.slice(3)) {
      const line = of(before.schoolId);
      // A place came free sooner; without a reason none moves.
      if (line?.halfTerm !== before.halfTerm) expect(line?.moved).toMatch(/: it is less late\.$/);
    }
  }, 60_000);

  it('as a what-if stands beside the plan until it is used, and what was accepted survives', async () => {
    const one = await scene.make({ settings: { perDay: 1 } });
    expect(one).toMatchObject({ isWhatIf: true, inUse: false, status: 'ready', acceptedLines: 0 });
    const [line] = (await scene.lines(one.id)).filter(({ status }) => status === 'proposed');
    await scene.accept(line!);
    const { body } = await head.post(`/api/visit-plans/${one.id}/use`).send({}).expect(200);
    expect(body).toMatchObject({ isWhatIf: false, inUse: true, acceptedLines: 2 });
    const [{ used }] = await scene.api.dataSource.query(
      'SELECT count(*)::int AS used FROM visit_plans WHERE in_use',
    );
    expect(used).toBe(1);
  }, 60_000);
});

it('is shown to the teams, and sent, when the Head does so', async () => {
  const own = await scene.api.as(scene.visitor);
  const filter = listQuery({ filter: { inUse: true } });
  const [plan] = (await head.get('/api/visit-plans').query(filter).expect(200)).body;
  expect(await scene.lines(plan.id, own)).toEqual([]);
  for (const mails of [1, 0]) {
    const { body } = await head.post(`/api/visit-plans/${plan.id}/send`).send({}).expect(200);
    expect(body).toMatchObject({ mails, plan: { sentByName: 'Imogen Farrant' } });
  }
  const seen = await scene.lines(plan.id, own);
  expect(seen.length).toBeGreaterThan(0);
  const [mail] = await scene.api.dataSource.query(`SELECT * FROM mails WHERE kind = 'visit_plan'`);
  expect(mail).toMatchObject({ user_id: scene.visitor.id, to_address: scene.visitor.email });
  for (const line of seen.filter(({ status }) => status === 'proposed')) {
    expect(mail.body).toContain(line.schoolName);
  }
  const stranger = await scene.api.as(await scene.api.hub.user('regional'));
  expect(await scene.lines(plan.id, stranger)).toEqual([]);
});
