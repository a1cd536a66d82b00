import { randomUUID } from 'node:crypto';
import type { ROUTES } from '@tracker/contract';
import { DEFAULT_WEIGHTS, EMPTY_NARRATIVE } from '@tracker/domain';
import { nowhere, read, report, school, type Prepare, type Scene } from './route-scene';
import { SurveyScene } from './survey-scene';

const surveys = ({ api }: Scene) => new SurveyScene(api.dataSource);
const hold = { kind: 'pin', reason: 'Asked for it', untilOn: '2024-12-20' };
const name = () => `Region ${randomUUID()}`;

/** Rules, targets, calendar, queue, imports and reports. */
export const hubCalls = {
  // Allowed, but it does not say for which days.
  'GET /api/school-calendar': () => ({ answers: 422 }),
  'GET /api/school-years': read,
  'GET /api/school-years/{year}': () => ({ id: '1999-00', answers: 404 }),
  'PUT /api/school-years/{year}': () => ({
    id: '2024-25',
    body: { firstDay: '2024-09-02', lastDay: '2024-09-02', holidays: [] },
    answers: 422,
  }),
  'GET /api/bank-holidays': read,
  'GET /api/bank-holidays/{year}': () => ({ id: '1999', answers: 404 }),
  'PUT /api/bank-holidays/{year}': () => ({
    id: '2024',
    body: { days: [{ day: '2025-12-25', name: 'Christmas Day' }] },
    answers: 422,
  }),
  'POST /api/school-calendar/import': () => ({
    body: { kind: 'term-dates', content: '{}', dryRun: true },
    answers: 422,
  }),
  'GET /api/hub-settings': read,
  'PUT /api/hub-settings': () => ({
    body: {
      ...{ version: 1, kindsNotCounting: [], firstCycleStartsIn: 'soon' },
      ...{ targetVisits: 180, weights: DEFAULT_WEIGHTS },
    },
    answers: 422,
  }),
  'GET /api/progress': read,
  'GET /api/targets/{academicYear}': () => ({ id: '2024-25', answers: 200 }),
  'GET /api/targets/{academicYear}/history': () => ({ id: '2024-25', answers: 200 }),
  'PUT /api/targets/{academicYear}': () => ({
    id: '2024-25',
    body: { version: 0, visits: -1, surveys: 180, regions: [] },
    answers: 422,
  }),
  'GET /api/visit-cycles': read,
  'GET /api/visit-cycles/{id}': nowhere,
  'GET /api/priority-queue': read,
  'GET /api/priority-queue/export': read,
  'GET /api/priority-queue/{schoolId}': nowhere,
  'GET /api/priority-refreshes': read,
  'GET /api/priority-refreshes/{id}': nowhere,
  'GET /api/reports': read,
  'POST /api/reports': () => ({ body: { kind: 'workbook' }, answers: 202 }),
  'GET /api/reports/{id}': async (scene) => ({ id: await report(scene, 'failed'), answers: 200 }),
  // Allowed, but it is not made yet.
  'GET /api/reports/{id}/file': async (scene) => ({ id: await report(scene), answers: 409 }),
  // Allowed, but it has ended.
  'POST /api/reports/{id}/stop': async (scene) => ({
    id: await report(scene, 'failed'),
    answers: 409,
  }),
  'DELETE /api/reports/{id}': async (scene) => ({
    id: await report(scene, 'failed'),
    answers: 200,
  }),
  'GET /api/report-columns': read,
  'GET /api/report-narratives/{academicYear}': () => ({ id: '2024-25', answers: 200 }),
  'PUT /api/report-narratives/{academicYear}': () => ({
    id: '2024-25',
    body: { version: 99, ...EMPTY_NARRATIVE },
    answers: 409,
  }),
  'GET /api/monthly-digest': read,
  'PUT /api/monthly-digest': () => ({
    body: { version: 99, on: false, userIds: [] },
    answers: 409,
  }),
  'POST /api/tagged-answers': async (scene) => ({
    body: { ...(await surveys(scene).text((await school(scene)).id)), label: name() },
    answers: 201,
  }),
  'DELETE /api/tagged-answers/{id}': async (scene) => ({
    id: await surveys(scene).tagged((await school(scene)).id),
    answers: 200,
  }),
  'POST /api/priority-queue/{schoolId}/hold': async (scene) => ({
    id: (await school(scene)).id,
    body: hold,
    // Allowed, but the school is not ranked yet.
    answers: 404,
  }),
  'DELETE /api/priority-queue/{schoolId}/hold': async (scene) => ({
    id: (await school(scene)).id,
    answers: 404,
  }),
  'POST /api/priority-refreshes': () => ({ body: {}, answers: 202 }),
  'POST /api/priority-refreshes/{id}/stop': nowhere,
  'GET /api/imports': read,
  'POST /api/imports': () => ({ body: { kind: 'schools' }, answers: 415 }),
  'POST /api/imports/columns': () => ({ body: { kind: 'visits' }, answers: 415 }),
  'GET /api/imports/{id}': nowhere,
  'POST /api/imports/{id}/apply': nowhere,
  'POST /api/imports/{id}/stop': nowhere,
  'POST /api/imports/{id}/undo': nowhere,
  'GET /api/imports/{id}/rejected.csv': nowhere,
  'GET /api/imports/{id}/findings': nowhere,
  'POST /api/imports/{id}/decisions': async (scene) => ({
    ...(await nowhere(scene)),
    body: { decision: 'keep' },
  }),
  'GET /api/imports/{id}/reading': nowhere,
  'POST /api/imports/{id}/check': nowhere,
  'GET /api/imports/{id}/rows': nowhere,
  'POST /api/imports/{id}/rows/{rowId}/decide': nowhere,
  'POST /api/imports/{id}/visitors': async (scene) => ({
    ...(await nowhere(scene)),
    body: { name: 'CL', userId: null },
  }),
  'POST /api/imports/{id}/run': nowhere,
  'GET /api/known-names': read,
  'DELETE /api/known-names/{id}': nowhere,
} satisfies Partial<Record<keyof typeof ROUTES, Prepare>>;
