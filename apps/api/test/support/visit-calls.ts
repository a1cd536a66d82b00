import { randomUUID } from 'node:crypto';
import type { ROUTES } from '@tracker/contract';
import {
  action,
  binned,
  contact,
  ended,
  loggedBy,
  move,
  read,
  readSchool,
  school,
  step,
  TODAY,
  toSchool,
  type Prepare,
  type Scene,
} from './route-scene';

const region = async ({ api }: Scene) => (await api.hub.region()).id;
const name = () => `Region ${randomUUID()}`;

/** Regions, schools, contacts, visits and actions. */
export const visitCalls = {
  'GET /api/regions': read,
  'GET /api/regions/{id}': async (scene) => ({ id: await region(scene), answers: 200 }),
  'GET /api/schools': read,
  'GET /api/schools/export': read,
  'GET /api/schools/facets': read,
  'GET /api/schools/{id}': readSchool,
  'GET /api/schools/{id}/brief': readSchool,
  'GET /api/schools/{id}/timeline': readSchool,
  'GET /api/schools/{id}/nearby': readSchool,
  'GET /api/visitors': read,
  'GET /api/visitors/{id}/free-days': ({ user: { id } }) => ({ id, answers: 200 }),
  'GET /api/contacts': read,
  'GET /api/contacts/bin': read,
  'GET /api/contacts/{id}': async (scene) => ({ id: await contact(scene), answers: 200 }),
  'GET /api/offline-pack': async (scene) => ({
    query: `?schoolId=${(await school(scene)).id}`,
    answers: 200,
  }),
  'GET /api/visits': read,
  'GET /api/visits/export': read,
  'GET /api/visits/{id}': step('proposed'),
  'GET /api/visits/{id}/history': step('proposed'),
  // Allowed, but it does not say at which school.
  'GET /api/visits/warnings': () => ({ answers: 422 }),
  'GET /api/follow-up-actions': read,
  'GET /api/follow-up-actions/export': read,
  'GET /api/follow-up-actions/bin': read,
  'GET /api/follow-up-actions/{id}': async (scene) => ({ id: await action(scene), answers: 200 }),
  'GET /api/history': read,
  'GET /api/visits/{id}/recipient': step('proposed'),
  'PUT /api/visits/{id}/recipient': step('proposed', { contactId: null }),
  'PUT /api/schools/{id}': async (scene) => ({
    id: (await school(scene)).id,
    body: { version: 1, notes: 'Ring first.' },
    answers: 200,
  }),
  'POST /api/contacts': async (scene) => ({
    body: { schoolId: (await school(scene)).id, name: 'Jo', role: 'other' },
    answers: 201,
  }),
  'PUT /api/contacts/{id}': async (scene) => ({
    id: await contact(scene),
    body: { version: 1, name: 'Jo', role: 'other' },
    answers: 200,
  }),
  'POST /api/contacts/{id}/restore': async (scene) => ({
    id: await binned(scene, 'contacts'),
    answers: 200,
  }),
  'DELETE /api/contacts/{id}': async (scene) => ({ id: await contact(scene), answers: 200 }),
  'POST /api/visits': async (scene) => ({
    body: { schoolId: (await school(scene)).id },
    answers: 201,
  }),
  'POST /api/visits/{id}/schedule': step('proposed', { scheduledOn: TODAY }),
  'POST /api/visits/{id}/confirm': step('scheduled', {}),
  'POST /api/visits/{id}/cancel': step('scheduled', { by: 'school', reason: 'Inspection' }),
  'POST /api/visits/{id}/not-held': step('scheduled', { reason: 'Ill' }),
  'POST /api/visits/{id}/outcome': step('scheduled', { visitedOn: TODAY, summary: 'Fine.' }),
  'POST /api/visits/{id}/correct': async (scene) => ({
    id: await loggedBy(scene),
    body: { version: 1, reason: 'A slip', summary: 'Fine.' },
    answers: 200,
  }),
  'POST /api/visits/{id}/move': move,
  'POST /api/visits/{id}/void': ended({ reason: 'Logged twice' }),
  'POST /api/visits/{id}/unvoid': ended({ reason: 'It did take place' }, { void: true }),
  'POST /api/visits/{id}/to-school': toSchool,
  'POST /api/follow-up-actions': async (scene) => ({
    body: { schoolId: (await school(scene)).id, title: 'Ring' },
    answers: 201,
  }),
  'PUT /api/follow-up-actions/{id}': async (scene) => ({
    id: await action(scene),
    body: { version: 1, status: 'done' },
    answers: 200,
  }),
  'DELETE /api/follow-up-actions/{id}': async (scene) => ({
    id: await action(scene),
    answers: 200,
  }),
  'POST /api/follow-up-actions/{id}/restore': async (scene) => ({
    id: await binned(scene, 'follow_up_actions'),
    answers: 200,
  }),
  'POST /api/follow-up-actions/{id}/visit': async (scene) => ({
    id: await action(scene),
    body: { scheduledOn: TODAY },
    answers: 201,
  }),
  'POST /api/regions': () => ({ body: { name: name() }, answers: 201 }),
  'PUT /api/regions/{id}': async (scene) => ({
    id: await region(scene),
    body: { version: 1, name: name() },
    answers: 200,
  }),
  'DELETE /api/regions/{id}': async (scene) => ({ id: await region(scene), answers: 200 }),
  'POST /api/schools/region': async (scene) => ({
    body: { ids: [(await school(scene)).id], regionId: null },
    answers: 200,
  }),
} satisfies Partial<Record<keyof typeof ROUTES, Prepare>>;
