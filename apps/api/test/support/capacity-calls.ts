import type { ROUTES } from '@tracker/contract';
import { ASSUMED_CAPACITY } from '@tracker/domain';
import { type Prepare, read, type Scene, school } from './route-scene';

/** The caller, where the call is about what is theirs; else somebody else. */
const visitor = async (scene: Scene) => {
  const { api, region, user } = scene;
  const regions = await api.dataSource.query(
    'SELECT FROM user_regions WHERE user_id = $1 AND region_id = $2',
    [user.id, region.id],
  );
  return regions.length > 0 && user.role !== 'manager' ? user : api.hub.user('regional');
};

/** What visitors can take and when schools can be visited. */
export const capacityCalls = {
  'GET /api/visitors/{id}/capacity': async (scene) => ({
    id: (await scene.api.hub.user('regional')).id,
    answers: 200,
  }),
  'PUT /api/visitors/{id}/capacity': async (scene) => ({
    id: (await visitor(scene)).id,
    body: { version: 1, ...ASSUMED_CAPACITY },
    answers: 200,
  }),
  'GET /api/visitors-time/{academicYear}': () => ({ id: '2024-25', answers: 200 }),
  'GET /api/visitor-absences': read,
  'POST /api/visitor-absences': async (scene) => ({
    body: { userId: (await visitor(scene)).id, from: '2024-12-09', to: '2024-12-13' },
    answers: 201,
  }),
  'DELETE /api/visitor-absences/{id}': async (scene) => {
    const [{ id }] = await scene.api.dataSource.query(
      `INSERT INTO visitor_absences (user_id, from_day, to_day)
       VALUES ($1, '2024-12-09', '2024-12-13') RETURNING id`,
      [(await visitor(scene)).id],
    );
    return { id: id as string, answers: 200 };
  },
  'GET /api/account/busy-calendar': read,
  'PUT /api/account/busy-calendar': () => ({
    body: { address: 'https://outlook.office.com/a.ics' },
    answers: 200,
  }),
  'DELETE /api/account/busy-calendar': () => ({ answers: 200 }),
  'GET /api/planning-windows/{academicYear}': () => ({ id: '2024-25', answers: 200 }),
  'PUT /api/planning-windows/{academicYear}': () => ({
    id: '2024-25',
    body: { windows: [{ words: 'Trips', from: '2024-08-01', to: '2024-08-02', phases: null }] },
    answers: 422,
  }),
  'GET /api/schools/{id}/availability': async (scene) => ({
    id: (await school(scene)).id,
    answers: 200,
  }),
  'PUT /api/schools/{id}/availability': async (scene) => ({
    id: (await school(scene)).id,
    body: { neverWeekdays: [5], wishedWeekdays: [], unavailable: [] },
    answers: 200,
  }),
} satisfies Partial<Record<keyof typeof ROUTES, Prepare>>;
