import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { SchoolEntity } from '@tracker/data';
import { sweepVisitPlans } from '@tracker/work';
import { PlanScene } from './support/plan-scene';
import { type Agent, eventually } from './support/test-api';

const NONE = { perDay: 0, perWeek: 0, perHalfTerm: 0 };

let scene: PlanScene;
beforeAll(async () => (scene = await PlanScene.begin()), 60_000);
afterAll(() => scene.api.stop());

describe('before the first plan', () => {
  const readiness = async (academicYear = '2024-25') =>
    scene.head.get('/api/visit-plans/readiness').query({ academicYear });

  it('says what is missing and what is taken instead, and what the teams have room for', async () => {
    await scene.school('Mill Lane');
    await scene.school('Hatch End', { easting: null, northing: null });
    const east = await scene.api.hub.region('East');
    await scene.school('Elm Road', { regionId: east.id });
    const { body } = await readiness();
    expect(body).toMatchObject({
      ...{ academicYear: '2024-25', possible: true, held: 0, booked: 0, room: 18 },
      ...{ toBeHeld: 180, cancelShare: 0.12, bookingsNeeded: 205, making: null, inUse: null },
      roomSentence:
        'To hold 180 when 12% fall through, 205 bookings are needed. Your teams have room for 18: 187 short.',
      visitors: [{ name: 'Callum Reed', isAssumed: true, room: 18, easting: null, northing: null }],
    });
    expect(body.missing.map(({ key }: { key: string }) => key)).toEqual([
      ...['no_region', 'no_capacity', 'no_place', 'windows'],
    ]);
    const next = await readiness('2025-26');
    expect(next.body.missing[0]).toMatchObject({ key: 'term_dates', blocks: false });
    expect((await readiness('soon')).status).toBe(400);
  });

  it('says where visitors start to the Head, admins and themselves alone', async () => {
    const { id } = await scene.api.dataSource.manager.findOneByOrFail(SchoolEntity, {
      name: 'Mill Lane',
    });
    const self = await scene.api.as(scene.visitor);
    const path = `/api/visitors/${scene.visitor.id}/capacity`;
    const capacity = { perDay: 2, perWeek: 2, perHalfTerm: 3, weekdays: [1, 2, 3, 4, 5] };
    await scene.head
      .put(path)
      .send({ ...capacity, startsFrom: { schoolId: id } })
      .expect(200);
    const colleague = await scene.api.as(await scene.api.hub.user('regional', [scene.regionId]));
    const manager = await scene.api.as(await scene.api.hub.user('manager'));
    const seen = async (agent: Agent) => {
      const { body } = await agent
        .get('/api/visit-plans/readiness')
        .query({ academicYear: '2024-25' });
      return body.visitors.find(({ userId }: { userId: string }) => userId === scene.visitor.id);
    };
    const start = { easting: 521_000, northing: 210_000 };
    expect(await seen(scene.head)).toMatchObject(start);
    expect(await seen(self)).toMatchObject(start);
    expect(await seen(colleague)).toMatchObject({ easting: null, northing: null });
    expect(await seen(manager)).toMatchObject({ easting: null, northing: null });
    await scene.api.dataSource.query(`DELETE FROM visitor_capacities`);
    await scene.api.dataSource.query(
      `UPDATE users SET active = false WHERE role = 'regional' AND id <> $1`,
      [scene.visitor.id],
    );
  });

  it('names the visitors where nobody can take a visit', async () => {
    await scene.capacity(NONE);
    const { body } = await readiness();
    expect(body).toMatchObject({
      possible: false,
      missing: expect.arrayContaining([
        expect.objectContaining({ key: 'no_capacity', blocks: true, names: ['Callum Reed'] }),
      ]),
    });
    const refused = await scene.head
      .post('/api/visit-plans')
      .send({ academicYear: '2024-25' })
      .expect(422);
    expect(refused.body.detail).toBe(
      'Nobody can take a visit: the capacity of 1 visitor is 0: Callum Reed.',
    );
    await scene.capacity({ perDay: 2, perWeek: 2, perHalfTerm: 3 });
  });

  it.each([
    [{ academicYear: '2023-24' }, 'academicYear'],
    [{ settings: { perDay: 7 } }, 'settings.perDay'],
    [{ settings: { wanted: -1 } }, 'settings.wanted'],
    [{ settings: { regionIds: ['5f0a7c1e-8d5b-4a57-9a53-0f4c1f6f2b11'] } }, 'settings.regionIds'],
    [{ basedOnId: '5f0a7c1e-8d5b-4a57-9a53-0f4c1f6f2b11' }, 'basedOnId'],
  ])('refuses %j at %s', async (input, field) => {
    const { body } = await scene.head
      .post('/api/visit-plans')
      .send({ academicYear: '2024-25', ...input })
      .expect(422);
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });

  it('plans nothing where fewer are wanted than are booked, or no school needs a visit', async () => {
    const booked = await scene.school('Dell');
    await scene.api.hub.visit(booked.id, {
      ...{ status: 'scheduled', scheduledOn: '2024-10-08', visitorId: scene.visitor.id },
    });
    const fewer = await scene.make({ settings: { wanted: 0 } });
    expect(fewer).toMatchObject({ status: 'ready', proposedLines: 0, figures: { visits: 0 } });
    expect(fewer.notes[0]).toMatch(
      /^Nothing is proposed: of 0 visits wanted, 1 are held or booked/,
    );
    await scene.api.dataSource.query('UPDATE schools SET in_scope = false');
    const none = await scene.make();
    expect(none.notes[0]).toBe('Nothing is proposed: no school needs a visit that can have one.');
  }, 60_000);
});

it('plans nothing on the last school day, and says so', async () => {
  const { dataSource } = scene.api;
  await scene.school('Last Lane');
  const [{ id }] = await dataSource.query(
    `INSERT INTO visit_plans (academic_year, name, as_of, seed)
     VALUES ('2024-25', 'At the end', '2025-07-23', 1) RETURNING id`,
  );
  await sweepVisitPlans(dataSource);
  const plan = await scene.plan(id as string);
  expect(plan).toMatchObject({ status: 'ready', proposedLines: 0 });
  expect(plan.notes[0]).toBe('Nothing is proposed: no school day of the year is left.');
}, 60_000);

describe('a worker that is killed half-way', () => {
  const ROOT = resolve(__dirname, '../../..');
  const WORKER = `const { createDataSource } = require('@tracker/data');
    const { sweepVisitPlans } = require('@tracker/work');
    createDataSource(process.argv[1]).initialize().then(sweepVisitPlans)`;

  it('leaves nothing of the plan, which is then made once, or given up', async () => {
    for (let i = 1; i < 12; i += 1) await scene.school(`School ${i}`);
    await scene.capacity({ perDay: 2, perWeek: 4, perHalfTerm: 12 });
    const { body } = await scene.head
      .post('/api/visit-plans')
      .send({ academicYear: '2024-25' })
      .expect(202);
    const id = body.id as string;
    const lines = async () =>
      scene.api.dataSource.query('SELECT school_id FROM visit_plan_lines WHERE plan_id = $1', [id]);
    const worker = spawn(process.execPath, ['-e', WORKER, scene.api.env.databaseUrl], {
      ...{ cwd: ROOT, stdio: 'ignore' },
    });
    await eventually(
      () => scene.plan(id),
      ({ status }) => status === 'running',
      30,
    );
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    expect((await scene.plan(id)).status).toBe('running');
    expect(await lines()).toEqual([]);
    // Two that find it: one makes it.
    const { dataSource } = scene.api;
    const made = await Promise.all([sweepVisitPlans(dataSource), sweepVisitPlans(dataSource)]);
    expect(made.sort()).toEqual([0, 1]);
    expect(await scene.plan(id)).toMatchObject({ status: 'ready', proposedLines: 12 });
    expect(await sweepVisitPlans(dataSource)).toBe(0);
    expect(await lines()).toHaveLength(12);
  }, 90_000);

  it('again and again: the plan has failed, and another can be asked for', async () => {
    const { body } = await scene.head
      .post('/api/visit-plans')
      .send({ academicYear: '2024-25' })
      .expect(202);
    const { dataSource } = scene.api;
    await dataSource.query(
      `UPDATE visit_plans SET attempts = 3, status = 'running' WHERE id = $1`,
      [body.id],
    );
    await sweepVisitPlans(dataSource);
    expect(await scene.plan(body.id)).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/^The plan was begun three times/),
    });
    await scene.make();
  }, 60_000);
});
