import { NO_REGION, type ROUTES } from '@tracker/contract';
import { academicYearStartingIn } from '@tracker/domain';
import { type Prepare, read, type Scene, school } from './route-scene';
import { listQuery } from './test-api';

/** A plan that is made and was sent: a what-if, or the plan of a year that has none, so that none stands in another's way. */
async function plan({ api, user }: Scene, { inUse = false } = {}): Promise<string> {
  const { dataSource } = api;
  const [{ plans }] = await dataSource.query('SELECT count(*)::int AS plans FROM visit_plans');
  const year = inUse ? academicYearStartingIn(2030 + plans) : '2024-25';
  const [{ id }] = await dataSource.query(
    `INSERT INTO visit_plans (academic_year, name, as_of, status, seed, figures, sent_at, in_use,
       is_what_if, made_by_id)
     SELECT $3, 'Plan of ' || $3, '2024-11-20', 'ready', 1, '{"halfTerms": []}', now(), $1,
       NOT $1, $2 RETURNING id`,
    [inUse, user.id, year],
  );
  await dataSource.query(
    `INSERT INTO visit_plan_problems (plan_id, problem) VALUES ($1, '{"held": [], "booked": []}')`,
    [id],
  );
  return id as string;
}

/** A line of a plan that was sent, at a school of the scene's region. */
async function planLine(scene: Scene): Promise<string> {
  const planId = await plan(scene);
  const visitor = await scene.api.hub.user('regional');
  const [{ id }] = await scene.api.dataSource.query(
    `INSERT INTO visit_plan_lines (plan_id, school_id, date, half_term, visitor_id, band, km,
       half_terms_late)
     VALUES ($1, $2, '2025-01-14', 3, $3, 1, 12.5, 0) RETURNING id`,
    [planId, (await school(scene)).id, visitor.id],
  );
  return id as string;
}

const ofPlan: Prepare = async (scene) => ({ id: await plan(scene), answers: 200 });

/** Plans of visits and their lines. */
export const visitPlanCalls = {
  'GET /api/visit-plans': read,
  'GET /api/visit-plans/readiness': () => ({ query: '?academicYear=2024-25', answers: 200 }),
  'GET /api/visit-plans/{id}': ofPlan,
  'GET /api/visit-plans/{id}/left-out': ofPlan,
  'GET /api/visit-plans/{id}/problem': ofPlan,
  'GET /api/visit-plans/{id}/visits': ofPlan,
  'POST /api/visit-plans': () => ({ body: { academicYear: '1999-00' }, answers: 422 }),
  'POST /api/visit-plans/{id}/use': async (scene) => ({ ...(await ofPlan(scene)), body: {} }),
  'POST /api/visit-plans/{id}/send': async (scene) => ({
    ...{ id: await plan(scene, { inUse: true }), body: {}, answers: 200 },
  }),
  'POST /api/visit-plans/{id}/accept': async (scene) => ({
    ...{ id: await plan(scene, { inUse: true }), body: { version: 1, lineIds: [] }, answers: 200 },
  }),
  'PATCH /api/visit-plan-lines/{id}': async (scene) => ({
    ...{ id: await planLine(scene), body: { version: 1, locked: true }, answers: 200 },
  }),
  'GET /api/visit-plan-lines/{id}/days': async (scene) => ({
    ...{ id: await planLine(scene), answers: 200 },
  }),
  'GET /api/visit-plan-lines': ({ region }) => {
    const { filter } = listQuery({ filter: { regionId: region.id ?? NO_REGION } });
    return { query: `?filter=${encodeURIComponent(filter ?? '')}`, answers: 200 };
  },
} satisfies Partial<Record<keyof typeof ROUTES, Prepare>>;
