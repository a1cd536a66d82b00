import { randomUUID } from 'node:crypto';
import {
  FIELDS,
  mayWriteInRegion,
  PERMISSIONS,
  ROLES,
  type Role,
  ROUTES,
  TWO_SCHOOLS,
} from '@tracker/contract';
import type { RegionEntity, UserEntity } from '@tracker/data';
import { METHODS } from '../src/openapi/complete-document';
import { type Agent, startTestApi, type TestApi } from './support/test-api';
import { routeCalls } from './support/route-calls';
import { action, carrying } from './support/route-scene';

/** Whose region the school is in that the call is about: one's own, another's, nobody's. */
type Place = 'own' | 'foreign' | 'no';
const PLACES: readonly Place[] = ['own', 'foreign', 'no'];

interface DescribedPath {
  post?: {
    requestBody?: { content: Record<string, { schema: { $ref?: string } } | undefined> };
  };
}

let api: TestApi;
let own: RegionEntity;
let foreign: RegionEntity;
const users = {} as Record<Role, UserEntity>;
const agents = {} as Record<Role, Agent>;
let described: string[];

beforeAll(async () => {
  api = await startTestApi();
  own = await api.hub.region();
  foreign = await api.hub.region();
  for (const role of ROLES) {
    // Regions on record do not make a manager a member of a regional team.
    users[role] = await api.hub.user(role, [own.id]);
    agents[role] = await api.as(users[role]);
  }
  const { body: document } = await agents.head.get('/api/docs-json').expect(200);
  described = Object.entries(document.paths as Record<string, object>).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => `${method.toUpperCase()} ${path}`),
  );
}, 30_000);
afterAll(() => api.stop());

/** What the table says, worked out here once more from its words. */
function isAllowed(route: keyof typeof ROUTES, role: Role, place: Place): boolean {
  const permission = ROUTES[route];
  if (permission === 'open') return true;
  const reach = PERMISSIONS[permission][role];
  return reach === 'all' || ((reach === 'own' || reach === 'owned') && place === 'own');
}

it('has a row for every route that is described, and no other', () => {
  expect(Object.keys(ROUTES).sort()).toEqual([...described].sort());
});

it('has a call for every row', () => {
  expect(Object.keys(routeCalls).sort()).toEqual(Object.keys(ROUTES).sort());
});

/**
 * Where a permission ends at a region for some role, every place is asked; elsewhere the place says
 * nothing, and the one is asked where it would be wrongly looked at.
 */
function placesOf(route: keyof typeof ROUTES, role: Role): readonly Place[] {
  const permission = ROUTES[route];
  const reaches = permission === 'open' ? [] : Object.values(PERMISSIONS[permission]);
  if (reaches.some((reach) => reach === 'own' || reach === 'owned')) return PLACES;
  return isAllowed(route, role, 'foreign') ? ['foreign'] : ['own'];
}

const rows = (Object.keys(ROUTES) as (keyof typeof ROUTES)[]).flatMap((route) =>
  ROLES.flatMap((role) => placesOf(route, role).map((place) => ({ route, role, place }))),
);

let asked = 0;
describe.each(rows)('$route for $role at a school of $place region', (row) => {
  const { route, role, place } = row;
  const allowed = isAllowed(route, role, place);
  it(allowed ? 'is allowed' : 'is refused', async () => {
    const region = { own, foreign, no: { id: null } }[place];
    const prepared = await routeCalls[route]({ api, region, user: users[role] });
    const { id = randomUUID(), query = '' } = prepared;
    const [method = '', path = ''] = route.split(' ');
    const agent = prepared.agent ?? agents[role];
    const send = agent[method.toLowerCase() as 'get'](path.replace(/\{\w+\}/, id) + query);
    const answer = await carrying(send, prepared);
    asked += 1;
    // What is allowed is carried out or refused for another reason, and never with a failure.
    if (allowed) expect([answer.status, answer.body]).toEqual([prepared.answers, answer.body]);
    else expect(answer.status).toBe(403);
    if (!allowed) expect(answer.body.detail).toMatch(/may|Only|own region/);
  });
});

it('was asked in full', () => {
  expect(asked).toBe(rows.length);
  expect(new Set(rows.map(({ route, role }) => `${route} ${role}`)).size).toBe(
    Object.keys(ROUTES).length * ROLES.length,
  );
});

describe.each(Object.keys(TWO_SCHOOLS) as (keyof typeof TWO_SCHOOLS)[])('%s', (route) => {
  const places = (['own', 'foreign'] as const).flatMap((at) =>
    (['own', 'foreign'] as const).map((to) => ({ at, to })),
  );
  it.each(ROLES.flatMap((role) => places.map((place) => ({ role, ...place }))))(
    'asks for both schools: $role, from $at to $to region',
    async ({ role, at, to }) => {
      const regions = { own, foreign };
      const { id, body } = await routeCalls[route]({
        ...{ api, user: users[role], region: regions[at], otherRegion: regions[to] },
      });
      const answer = await agents[role]
        .post(route.replace('POST ', '').replace('{id}', id as string))
        .send(body as object);
      const reach = PERMISSIONS[ROUTES[route]][role];
      const allowed = reach === 'all' || (reach === 'own' && at === 'own' && to === 'own');
      expect(answer.status).toBe(allowed ? 200 : 403);
    },
  );
});

describe.each(ROLES)('an action that is the own of %s', (role) => {
  it.each(PLACES)('may be finished and edited at a school of %s region', async (place) => {
    const region = { own, foreign, no: { id: null } }[place];
    const id = await action({ api, region, user: users[role] });
    const ask = (what: object) =>
      agents[role].put(`/api/follow-up-actions/${id}`).send({ version: 1, ...what });
    const expected = isAllowed('PUT /api/follow-up-actions/{id}', role, place) ? 200 : 403;
    // Another's, then one's own.
    await api.dataSource.query('UPDATE follow_up_actions SET owner_id = $2 WHERE id = $1', [
      id,
      users.admin.id === users[role].id ? users.head.id : users.admin.id,
    ]);
    expect((await ask({ status: 'in_progress' })).status).toBe(expected);
    await api.dataSource.query(
      'UPDATE follow_up_actions SET owner_id = $2, version = 1 WHERE id = $1',
      [id, users[role].id],
    );
    const finished = await ask({ status: 'done', title: 'Rung' });
    expect(finished.status).toBe(role === 'manager' ? 403 : 200);
    const removed = await agents[role].delete(`/api/follow-up-actions/${id}`);
    expect(removed.status).toBe(
      isAllowed('DELETE /api/follow-up-actions/{id}', role, place) ? 200 : 403,
    );
  });
});

it('knows every route that moves a record of one school to another', async () => {
  const { body: document } = await agents.head.get('/api/docs-json').expect(200);
  const naming = Object.entries(document.paths as Record<string, DescribedPath>).flatMap(
    ([path, { post }]) => {
      const of = post?.requestBody?.content['application/json']?.schema.$ref?.split('/').pop();
      const fields = of ? document.components.schemas[of].properties : {};
      return path.includes('{id}') && 'schoolId' in fields ? [`POST ${path}`] : [];
    },
  );
  // Of those who write everywhere no school need be asked; a log names the school it was written
  // about, and is refused where the visit is at another.
  const asked = naming.filter(
    (route) =>
      ROUTES[route as keyof typeof ROUTES] === 'schoolRecords' &&
      route !== 'POST /api/visits/{id}/outcome',
  );
  expect(asked.sort()).toEqual(Object.keys(TWO_SCHOOLS).sort());
});

describe('the roles', () => {
  it('reach as far as the words about them', () => {
    const reach = (role: Role) =>
      Object.fromEntries(Object.entries(PERMISSIONS).map(([name, by]) => [name, by[role]]));
    const reads = { read: 'all', reports: 'all', ownAccount: 'all' };
    const records = { ...reads, schoolRecords: 'all', actions: 'all', visitorTime: 'all' };
    const all = { ...records, runHub: 'all', settings: 'all' };
    expect(reach('head')).toEqual({ ...all, staffAddresses: 'all', users: 'none', audit: 'none' });
    expect(reach('admin')).toEqual({ ...all, staffAddresses: 'all', users: 'all', audit: 'all' });
    const hub = { runHub: 'none', settings: 'none' };
    const none = { ...hub, staffAddresses: 'none', users: 'none', audit: 'none' };
    expect(reach('regional')).toEqual({
      ...reads,
      schoolRecords: 'own',
      actions: 'owned',
      visitorTime: 'owned',
      ...none,
    });
    const nowhere = { schoolRecords: 'none', actions: 'none', visitorTime: 'none' };
    expect(reach('manager')).toEqual({ ...reads, ...nowhere, ...none });
  });

  it('have no school outside all regions but with those who write everywhere', () => {
    const may = ROLES.filter((role) => mayWriteInRegion({ role, regionIds: [own.id] }, null));
    expect(may.sort()).toEqual(['admin', 'head']);
  });
});

it.each(ROLES)('holds %s to the fields that ask for more than their route', async (role) => {
  for (const field of Object.keys(FIELDS['PUT /api/schools/{id}'])) {
    const school = await api.hub.school({ regionId: own.id });
    const value = field === 'regionId' ? foreign.id : true;
    const answer = await agents[role]
      .put(`/api/schools/${school.id}`)
      .send({ version: 1, [field]: value });
    const may = PERMISSIONS.runHub[role] === 'all';
    expect([field, answer.status]).toEqual([field, may ? 200 : 403]);
  }
});

describe('a change works on the very next request', () => {
  const notes = async (agent: Agent, regionId: string) => {
    const school = await api.hub.school({ regionId });
    const put = agent.put(`/api/schools/${school.id}`).send({ version: 1, notes: 'Ring.' });
    return (await put).status;
  };
  const change = async (user: UserEntity, what: object) => {
    const { version } = (await agents.admin.get(`/api/users/${user.id}`)).body;
    await agents.admin
      .put(`/api/users/${user.id}`)
      .send({ version, ...what })
      .expect(200);
  };

  it('of regions, of the role, and of being allowed in', async () => {
    const user = await api.hub.user('regional', [own.id]);
    const agent = await api.as(user);
    expect([await notes(agent, own.id), await notes(agent, foreign.id)]).toEqual([200, 403]);
    await change(user, { regionIds: [foreign.id] });
    expect([await notes(agent, own.id), await notes(agent, foreign.id)]).toEqual([403, 200]);
    await change(user, { role: 'head' });
    expect([await notes(agent, own.id), await notes(agent, foreign.id)]).toEqual([200, 200]);
    await change(user, { role: 'manager' });
    expect([await notes(agent, own.id), await notes(agent, foreign.id)]).toEqual([403, 403]);
    await change(user, { active: false });
    expect(await notes(agent, own.id)).toBe(401);
    // Let in again, they sign in again: the session they had does not come back.
    await change(user, { active: true });
    expect(await notes(agent, own.id)).toBe(401);
  });
});
