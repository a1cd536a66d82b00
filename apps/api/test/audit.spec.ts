import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '@tracker/contract';
import { type Agent, eventually, listQuery, startTestApi, type TestApi } from './support/test-api';
import { PASSWORD } from './support/test-hub';

const TODAY = '2024-11-20';

let api: TestApi;
let admin: Agent;
let head: Agent;
let headId: string;
beforeAll(async () => {
  api = await startTestApi(TODAY);
  admin = await api.as(await api.hub.user('admin', [], 'Ada Lane'));
  const user = await api.hub.user('head', [], 'Hilary Marsh');
  headId = user.id;
  head = await api.as(user);
}, 30_000);
afterAll(() => api.stop());

async function entries(agent: Agent, path: string, filter: object): Promise<AuditEntry[]> {
  const answer = await agent.get(path).query(listQuery({ filter })).expect(200);
  return answer.body;
}
const history = (filter: object, agent = head) => entries(agent, '/api/history', filter);
const trail = (filter: object) => entries(admin, '/api/audit', filter);

it('tells who kept a school that a register no longer has, and who took that back', async () => {
  const school = await api.hub.school({ name: 'Kept School' });
  const [{ id }]: [{ id: string }] = await api.dataSource.query(
    `INSERT INTO imports (kind, file_name, stored_as, status)
     VALUES ('schools', 'register.csv', 'none', 'done') RETURNING id`,
  );
  const [{ finding }]: [{ finding: string }] = await api.dataSource.query(
    `INSERT INTO import_findings (import_id, seq, kind, urn, name)
     VALUES ($1, 1, 'not_listed', $2, 'Kept School') RETURNING id AS finding`,
    [id, school.urn],
  );
  const about = { entity: 'import_findings', recordId: finding };
  expect(await trail(about)).toEqual([]);
  const decide = (decision: string) =>
    head
      .post(`/api/imports/${id}/decisions`)
      .send({ decision, findingIds: [finding] })
      .expect(200);
  await decide('keep');
  const [kept, ...others] = await trail(about);
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ userName: 'Hilary Marsh', schoolId: school.id });
  expect(kept?.sentence).toMatch(
    /^Decision on a school missing from the register Kept School: Decision set to kept, by Hilary Marsh, /,
  );
  expect(await trail({ schoolId: school.id, entity: 'import_findings' })).toEqual([kept]);
  await decide('undo');
  const [undone] = await trail(about);
  expect(undone?.sentence).toContain(': Decision taken away, was kept, by Hilary Marsh, ');
});

describe('history', () => {
  it('tells what was changed, by whom, from what to what, from which request', async () => {
    const [west, mid] = [await api.hub.region('West'), await api.hub.region('Mid')];
    const school = await api.hub.school({ regionId: west.id, regionSetByHand: true });
    const { body } = await head
      .put(`/api/schools/${school.id}`)
      .send({ version: school.version, regionId: mid.id })
      .expect(200);
    expect(body.regionId).toBe(mid.id);
    const [latest] = await history({ schoolId: school.id });
    expect(latest).toMatchObject({
      actor: 'user',
      userId: headId,
      userName: 'Hilary Marsh',
      source: expect.stringMatching(/^[0-9a-f-]{36}$/),
      entity: 'schools',
      recordId: school.id,
      recordName: school.name,
      action: 'changed',
      changes: [{ field: 'regionId', label: 'Region', from: 'West', to: 'Mid' }],
    });
    expect(latest?.sentence).toMatch(
      /^Region changed from West to Mid, by Hilary Marsh, \w{3} \d{1,2} \w{3} \d{4}$/,
    );
  });

  it('of a visit has its outcome and actions, and of its school the visit', async () => {
    const school = await api.hub.school({ name: 'Mill Lane School' });
    const visit = { schoolId: school.id, scheduledOn: '2024-11-18' };
    const { body: planned } = await head.post('/api/visits').send(visit).expect(201);
    const outcome = {
      visitedOn: '2024-11-18',
      summary: 'A choir is wanted.',
      actions: [{ title: 'Send the choir leaflet', ownerId: headId }],
    };
    await head.post(`/api/visits/${planned.id}/outcome`).send(outcome).expect(200);
    const told = (await history({ visitId: planned.id })).map(({ sentence }) => sentence);
    expect(told).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Visit Mon 18 Nov 2024 added, by Hilary Marsh'),
        expect.stringContaining('Status changed from scheduled to completed'),
        expect.stringContaining('Action Send the choir leaflet added'),
        expect.stringContaining('Outcome of the visit Mon 18 Nov 2024 added'),
      ]),
    );
    const ofSchool = (await history({ schoolId: school.id })).map(({ sentence }) => sentence);
    expect(ofSchool).toEqual(
      expect.arrayContaining([
        expect.stringContaining('; Day of the visit set to Mon 18 Nov 2024'),
        expect.stringContaining('School Mill Lane School added, from outside the tracker'),
      ]),
    );
  });

  it('has nothing of a write that was refused', async () => {
    const school = await api.hub.school();
    const before = await history({ schoolId: school.id });
    await head.put(`/api/schools/${school.id}`).send({ version: 99, notes: 'x' }).expect(409);
    const hold = { kind: 'pin', reason: 'x', untilOn: '2020-01-01' };
    await head.put(`/api/priority-queue/${school.id}/hold`).send(hold);
    expect(await history({ schoolId: school.id })).toEqual(before);
  });

  it('is for everybody who may read the record, without what only administrators see', async () => {
    const manager = await api.as(await api.hub.user('manager'));
    const seen = await history({}, manager);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter(({ entity }) => /user|session|import|setting/.test(entity))).toEqual([]);
    await api.anonymous.get('/api/history').expect(401);
  });
});

describe('the audit trail', () => {
  it.each(['head', 'manager', 'regional'] as const)('is closed to the role %s', async (role) => {
    const agent = await api.as(await api.hub.user(role));
    await agent.get('/api/audit').expect(403);
  });

  it('has who signed in and who failed to, and no password', async () => {
    const user = await api.hub.user('regional', [], 'Ash Rook');
    const wrong = { email: user.email, password: `wrong-${randomUUID()}` };
    await api.anonymous.post('/api/auth/sign-in').send(wrong).expect(401);
    await api.as(user);
    const told = await trail({ userId: user.id, entity: 'sessions' });
    expect(told.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Signed in, by Ash Rook, /),
      expect.stringMatching(/^Sign-in failed for Ash Rook, /),
    ]);
    const nobody = { email: 'my password by mistake', password: wrong.password };
    await api.anonymous.post('/api/auth/sign-in').send(nobody).expect(401);
    const [failed] = await trail({ action: 'sign_in_failed' });
    expect(failed?.sentence).toMatch(/^Sign-in failed for an address without an account, /);
    const all = await api.dataSource.query('SELECT * FROM audit_entries');
    expect(JSON.stringify(all)).not.toMatch(new RegExp(`${wrong.password}|by mistake|argon2`));
  });

  it('has an import, what it changed, and the file of what it did not take', async () => {
    await api.startWorker();
    const header = 'URN,LA (code),EstablishmentName,TypeOfEstablishment (name),';
    const csv = [
      `${header}EstablishmentStatus (name)`,
      '136001,919,Brook School,Community school,Open',
      'x,919,No School,Community school,Open',
    ].join('\r\n');
    const { body: queued } = await head
      .post('/api/imports')
      .field('kind', 'schools')
      .attach('file', Buffer.from(csv), 'register.csv')
      .expect(202);
    await eventually(
      async () => (await head.get(`/api/imports/${queued.id}`)).body.status,
      (status) => status === 'done' || status === 'failed',
    );
    const [school] = await trail({ q: 'Brook School', entity: 'schools' });
    expect(school).toMatchObject({ actor: 'import', source: queued.id, userId: headId });
    expect(school?.sentence).toMatch(/^School Brook School added, by an import of Hilary Marsh, /);
    await head.get(`/api/imports/${queued.id}/rejected.csv`).expect(200);
    const [exported, ...steps] = await trail({ entity: 'imports', recordId: queued.id });
    expect(exported?.sentence).toMatch(/^Import register.csv exported, by Hilary Marsh, /);
    expect(steps.map(({ actor }) => actor)).toEqual(['import', 'import', 'user']);
  }, 30_000);

  it('is searched by record, person, way, day and words', async () => {
    const region = await api.hub.region('Percent % and under_score');
    const found = { entity: 'regions', recordId: region.id };
    expect(await trail({ q: 'percent % AND under_' })).toMatchObject([found]);
    expect(await trail({ q: 'percentX' })).toEqual([]);
    expect(await trail({ ...found, actor: 'outside', action: 'created' })).toHaveLength(1);
    expect(await trail({ ...found, actor: 'user' })).toEqual([]);
    expect(await trail({ ...found, from: '2024-01-01', to: '2024-01-02' })).toEqual([]);
    expect(await trail({ ...found, from: '2024-01-01' })).toHaveLength(1);
    expect(await trail({ userId: randomUUID() })).toEqual([]);
    await admin.get('/api/audit?filter={"colour":"red"}').expect(400);
  });

  it('cannot be written through the API', async () => {
    for (const method of ['post', 'put', 'patch', 'delete'] as const) {
      expect((await admin[method]('/api/audit/1').send({})).status).toBe(404);
    }
  });
});

it('has as the source of an entry the reference of the request’s answer', async () => {
  const user = await api.hub.user('regional', [], 'Fern Hale');
  const wrong = { email: user.email, password: `wrong-${randomUUID()}` };
  const { body } = await api.anonymous.post('/api/auth/sign-in').send(wrong).expect(401);
  const [failed] = await trail({ userId: user.id, action: 'sign_in_failed' });
  expect(failed?.source).toBe(body.reference);
  expect(await trail({ q: body.reference })).toMatchObject([{ id: failed?.id }]);
});

it('says of a password chosen by a link whose it is, and of their sessions that they ended', async () => {
  const user = await api.hub.user('regional', [], 'Ivy Nash');
  await api.as(user);
  const { body } = await admin.post(`/api/users/${user.id}/reset-link`).expect(200);
  const chosen = { token: body.link.path.split('token=')[1], password: 'four herons on a tram' };
  await api.anonymous.post('/api/auth/password').send(chosen).expect(204);
  const told = (await trail({ aboutUser: user.id })).map(({ sentence }) => sentence);
  expect(told.slice(0, 2)).toEqual([
    expect.stringMatching(/^Signed out elsewhere, as the password was changed, by Ivy Nash, /),
    expect.stringMatching(/^User Ivy Nash: Password changed, by Ivy Nash, /),
  ]);
});

it('calls roles, regions and people of an account by their names', async () => {
  const [west, mid] = [await api.hub.region('Nearwest'), await api.hub.region('Nearmid')];
  const user = await api.hub.user('regional', [west.id], 'Rowan Pike');
  const { version } = (await admin.get(`/api/users/${user.id}`)).body;
  const change = { version, regionIds: [mid.id] };
  const { body } = await admin.put(`/api/users/${user.id}`).send(change).expect(200);
  const next = { version: body.version, role: 'head', regionIds: [] };
  await admin.put(`/api/users/${user.id}`).send(next).expect(200);
  const told = (await trail({ aboutUser: user.id, actor: 'user' })).map((one) => one.sentence);
  expect(told.join('\n')).toMatch(
    /Role changed from Regional team to Head of Participation, by Ada/,
  );
  expect(told.join('\n')).toMatch(/Region of a user added \(Region Nearmid, User Rowan Pike\)/);
});

describe('the end of a session', () => {
  const ended = async (userId: string) =>
    (await trail({ action: 'signed_out', recordId: userId })).map(({ sentence }) => sentence);

  it('is written down with whose it was, by whom and why', async () => {
    const user = await api.hub.user('regional', [], 'Robin Vale');
    const [first] = [await api.as(user), await api.as(user)];
    await first.post('/api/auth/sign-out').expect(204);
    expect(await ended(user.id)).toEqual([expect.stringMatching(/^Signed out, by Robin Vale, /)]);
    const second = await api.as(user);
    const { body } = await second.get('/api/auth/sessions').expect(200);
    const other = body.find(({ current }: { current: boolean }) => !current);
    await second.delete(`/api/auth/sessions/${other.id}`).expect(204);
    // It has ended already: nothing more is said of it.
    await second.delete(`/api/auth/sessions/${other.id}`).expect(204);
    expect(await ended(user.id)).toEqual([
      expect.stringMatching(/^Signed out in another browser, by Robin Vale, /),
      expect.stringMatching(/^Signed out, by/),
    ]);
    await second.post('/api/auth/sign-out-everywhere').expect(204);
    expect((await ended(user.id))[0]).toMatch(/^Signed out everywhere, by Robin Vale, /);
  });

  it('is written down when the password is changed and when the account is disabled', async () => {
    const user = await api.hub.user('regional', [], 'Kit Lowe');
    const [mine] = [await api.as(user), await api.as(user)];
    const change = { current: PASSWORD, next: 'three herons on a tram' };
    await mine.post('/api/auth/change-password').send(change).expect(204);
    expect((await ended(user.id))[0]).toMatch(
      /^Signed out elsewhere, as the password was changed, by Kit Lowe, /,
    );
    const { version } = (await admin.get(`/api/users/${user.id}`)).body;
    await admin.put(`/api/users/${user.id}`).send({ version, active: false }).expect(200);
    const [latest] = await trail({ action: 'signed_out', recordId: user.id });
    expect(latest?.sentence).toMatch(
      /^Kit Lowe signed out, as the account was disabled, by Ada Lane, /,
    );
    expect(latest?.source).toMatch(/^[0-9a-f-]{36}$/);
  });
});

it('names who asked for an import to be undone, and the request in the problem’s own reference', async () => {
  const before = await head.put(`/api/schools/${randomUUID()}`).send({ version: 1, notes: 'x' });
  expect(before.body.reference).toMatch(/^[0-9a-f-]{36}$/);
  const [done] = await trail({ entity: 'imports', q: 'register.csv' });
  await head.post(`/api/imports/${done?.recordId}/undo`).expect(202);
  await eventually(
    async () => (await head.get(`/api/imports/${done?.recordId}`)).body.status,
    (status) => status === 'undone',
  );
  const [removed] = await trail({ actor: 'undo', entity: 'schools' });
  expect(removed).toMatchObject({ userId: headId, source: done?.recordId });
  expect(removed?.sentence).toMatch(/^School Brook School removed, by Hilary Marsh, undoing an/);
  const all = await trail({ entity: 'imports' });
  expect(all.map(({ sentence }) => sentence).join()).not.toMatch(/[{}[\]]/);
}, 30_000);
