import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { AuditEntry, SchoolFilter } from '@tracker/contract';
import { cellsInPlace, readWorkbook } from '@tracker/files';
import { type Agent, eventually, startTestApi, type TestApi } from './support/test-api';
import { PASSWORD } from './support/test-hub';

let api: TestApi;
let admin: Agent;
let head: Agent;
let regionId: string;
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  admin = await api.as(await api.hub.user('admin', [], 'Ada Lane'));
  head = await api.as(await api.hub.user('head', [], 'Hilary Marsh'));
  regionId = (await api.hub.region('West')).id;
  const of = { regionId, regionSetByHand: true };
  await api.hub.school({ name: '=Brook School', town: 'Ware', pupils: 90, ...of });
  const { id } = await api.hub.school({ name: 'Able School', town: 'Hertford', ...of });
  await api.hub.school({ name: 'Far School' });
  await api.hub.visit(id, { status: 'scheduled', scheduledOn: '2024-12-03' });
}, 30_000);
afterAll(() => api.stop());

const query = (of: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(of).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
const exported = (agent: Agent, list: string, of: Record<string, unknown> = {}) =>
  agent.get(`/api/${list}/export`).query(query(of));
const lastEntry = async (): Promise<AuditEntry> =>
  (await admin.get('/api/audit').query({ filter: '{"action":"exported"}' }).expect(200)).body[0];

it('has the region before the district, and what the hub knows after the register', async () => {
  const { text: file } = await exported(head, 'schools', { format: 'csv' }).expect(200);
  expect(file.slice(1).split('\r\n')[0]).toBe(
    'URN,School,Phase,Type,Status,Region,District,Street,Town,Postcode,Pupils,"Free school meals, %",Trust,State,Last visit,Due,Booked for,Notes',
  );
});

it('gives CSV by the filter, in the order and with the columns asked for, safe from formulas', async () => {
  const of = {
    filter: { regionId },
    sort: ['name', 'DESC'],
    columns: ['name', 'regionId', 'pupils'],
  };
  const answer = await exported(head, 'schools', of).expect(200);
  expect(answer.headers['content-disposition']).toBe(
    'attachment; filename="schools-2024-11-20.csv"',
  );
  expect(answer.text.split('\r\n').slice(1).sort()).toEqual(
    ['', "'=Brook School,West,90", 'Able School,West,'].sort(),
  );
  const ascending = await exported(head, 'schools', { ...of, sort: ['name', 'ASC'] });
  expect(ascending.text.split('\r\n')[1]).not.toBe(answer.text.split('\r\n')[1]);
});

const NOBODY = '00000000-0000-4000-8000-000000000000';
/** Of each filter of the schools one that can be asked for. */
const FILTERS: Record<keyof SchoolFilter, unknown> = {
  ...{ id: [NOBODY], q: 'school', regionId: [NOBODY], district: 'Ware', phase: 'Primary' },
  ...{ establishmentType: 'Academy', fsmBand: ['not-known'], without: ['district'] },
  ...{ state: ['never_visited'], planState: ['not_looked'], booked: true, planned: ['booked'] },
  ...{ urn: 100_001, status: ['open'], inScope: true, awaitsDecision: false },
  ...{ createdByImport: NOBODY, coveredInCycle: false, cycle: '2024-25', visitedIn: '2024-25' },
  ...{ planFact: 'schemes::Charanga', planYear: '2024-25', asOf: '2024-11-19' },
};

it('has the schools of the list, whichever filter narrows it', async () => {
  for (const [name, value] of Object.entries(FILTERS)) {
    const filter = { [name]: value };
    const { text: file } = await exported(head, 'schools', { filter, columns: ['urn'] });
    const list = await head.get('/api/schools').query(query({ filter })).expect(200);
    const inAll = list.headers['content-range']?.split('/')[1];
    expect([name, file.trimEnd().split('\r\n').length - 1]).toEqual([name, Number(inAll)]);
  }
});

it('gives Excel with days and numbers as such', async () => {
  const answer = await exported(head, 'visits', { format: 'xlsx' })
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    })
    .expect(200);
  const folder = await mkdtemp(join(tmpdir(), 'tracker-export-'));
  await writeFile(join(folder, 'visits.xlsx'), answer.body);
  const [sheet] = (await readWorkbook(join(folder, 'visits.xlsx'))).sheets;
  const rows = sheet?.rows.map((row) => cellsInPlace(row, 100)) ?? [];
  await rm(folder, { recursive: true });
  expect(rows[0]?.slice(0, 3)).toEqual(['Day', 'School', 'Region']);
  expect(rows[1]?.slice(0, 3)).toEqual(['2024-12-03', 'Able School', 'West']);
});

it('is in the audit trail: who, which list, by which filter, how many rows', async () => {
  await exported(head, 'schools', { filter: { regionId } }).expect(200);
  const entry = await lastEntry();
  expect(entry).toMatchObject({ userName: 'Hilary Marsh', entity: 'lists', recordId: 'schools' });
  expect(entry.sentence).toMatch(
    /^List of schools exported, 2 rows as CSV, where Region West, by Hilary Marsh, /,
  );
  expect(entry.source).toMatch(/^[0-9a-f-]{36}$/);
});

it.each([
  [{ filter: { colour: 'red' } }, /There is no filter "colour"/],
  [{ columns: ['name', 'colour'] }, /There is no column "colour"; there are urn, name/],
  [{ columns: 'name' }, /columns is a list/],
  [{ columns: ['name', 'name'] }, /different names/],
  // Nothing that writes itself as a text, or cannot.
  [{ columns: ['name', { toString: 1 }] }, /different names/],
  [{ columns: ['name', null] }, /different names/],
  [{ columns: ['x'.repeat(300)] }, /no column "x{1,60}…?"/],
  [{ format: 'pdf' }, /Format is csv or xlsx/],
  [{ sort: ['colour', 'ASC'] }, /cannot be sorted by "colour"/],
])('refuses %j', async (of, sentence) => {
  const { status, body } = await exported(head, 'schools', of);
  expect([400, 422]).toContain(status);
  expect(JSON.stringify(body).replaceAll('\\"', '"')).toMatch(sentence);
});

it('shows a manager what a manager may read: no addresses of others', async () => {
  const manager = await api.as(await api.hub.user('manager', [], 'Max Field'));
  const { text } = await exported(manager, 'users').expect(200);
  expect(text).toContain('Hilary Marsh,,Head of Participation');
  expect(text.match(/@/g)).toHaveLength(1);
  await exported(manager, 'users', { sort: ['email', 'ASC'] }).expect(400);
  await exported(manager, 'audit').expect(403);
  expect((await exported(head, 'users')).text.match(/@/g)?.length).toBeGreaterThan(2);
});

/** Some 25 MB, more than any socket holds. */
async function addManySchools(): Promise<void> {
  await api.dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope, notes)
     SELECT 900000 + n, 'Many ' || n, 'open', true, gen_random_uuid() || repeat(md5(n::text), 60)
     FROM generate_series(1, 12000) AS n ON CONFLICT DO NOTHING`,
  );
}

/** A download that was begun and is not read. */
async function beginDownload(
  path: string,
  headers: Record<string, string>,
): Promise<IncomingMessage> {
  const url = await api.app.getUrl();
  return new Promise((resolve, reject) => {
    get(`${url}${path}`, { headers }, resolve).on('error', reject);
  });
}

async function cookieOf(user: { email: string }): Promise<{ cookie: string }> {
  const signedIn = await api.anonymous
    .post('/api/auth/sign-in')
    .send({ email: user.email, password: PASSWORD });
  return { cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '' };
}

const heldByExports = async (): Promise<number> => {
  const [row] = await api.dataSource.query(
    `SELECT count(*)::int AS held FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE '%batches%' AND pid <> pg_backend_pid()
       AND state LIKE 'idle in transaction%'`,
  );
  return row.held;
};

it.each([
  ['csv', 'identity'],
  ['csv', 'gzip'],
  ['xlsx', 'identity'],
])(
  'breaks off in sight when the database goes away (%s, %s)',
  async (format, encoding) => {
    await addManySchools();
    const headers = await cookieOf(await api.hub.user('head'));
    const path = `/api/schools/export?format=${format}`;
    const answer = await beginDownload(path, { ...headers, 'accept-encoding': encoding });
    await api.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE '%batches%' AND pid <> pg_backend_pid()`,
    );
    const outcome = await new Promise<string>((resolve) => {
      answer.on('end', () => resolve(answer.complete ? 'whole' : 'broken off'));
      answer.on('error', () => resolve('broken off'));
      answer.resume();
    });
    expect(outcome).toBe('broken off');
    // Its place is free again.
    await eventually(
      async () => (await exported(head, 'schools', { filter: { regionId } })).status,
      (status) => status === 200,
    );
  },
  30_000,
);

it('keeps nobody from theirs by downloads that somebody does not read', async () => {
  await addManySchools();
  const headers = await cookieOf(await api.hub.user('head', [], 'Slow Reader'));
  const path = '/api/schools/export?format=csv';
  const unread = [];
  for (let n = 0; n < 3; n += 1) unread.push(await beginDownload(path, headers));
  expect(unread.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);

  const fourth = await beginDownload(path, headers);
  expect(fourth.statusCode).toBe(429);
  expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(0);
  expect(JSON.parse(await text(fourth))).toMatchObject({
    detail: expect.stringMatching(/^You have 3 downloads under way already\. Please wait/),
  });
  // What nobody reads holds no connection, and everybody else gets theirs, whole.
  await eventually(heldByExports, (held) => held === 0);
  for (const agent of [head, admin]) {
    const { text: whole } = await exported(agent, 'schools', { filter: { regionId } }).expect(200);
    expect(whole.split('\r\n')).toHaveLength(4);
  }
  const others = await cookieOf(await api.hub.user('head'));
  const whole = await text(await beginDownload(path, others));
  expect(whole.split('\r\n').length).toBeGreaterThan(12_000);

  // One that is read late is whole all the same; one that is left is a place again.
  const [late, ...left] = unread;
  for (const one of left) one.destroy();
  expect((await text(late as IncomingMessage)) === whole).toBe(true);
  await eventually(
    async () => {
      const answer = await beginDownload(`${path}&filter={"q":"Able"}`, headers);
      answer.resume();
      return answer.statusCode;
    },
    (status) => status === 200,
  );
}, 60_000);

it('gives six people theirs at one time: who finds no place waits for it', async () => {
  await addManySchools();
  const people = await Promise.all(
    Array.from({ length: 6 }, async () => cookieOf(await api.hub.user('head'))),
  );
  const sizes = await Promise.all(
    people.map(async (headers) => {
      const answer = await beginDownload('/api/schools/export?format=csv', headers);
      return [answer.statusCode, (await text(answer)).split('\r\n').length];
    }),
  );
  expect(new Set(sizes.map(String)).size).toBe(1);
  expect(sizes[0]?.[0]).toBe(200);
}, 60_000);
