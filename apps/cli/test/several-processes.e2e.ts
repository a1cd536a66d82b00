import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Bull from 'bull';
import { createUser } from '@tracker/data';
import { findFreePort } from '@tracker/embedded';
import { queueStaffMail, TRACKER_QUEUE } from '@tracker/work';
import {
  createTestDatabase,
  createTestRedis,
  PlainProxy,
  type TestDatabase,
  type TestRedis,
} from '@tracker/testing';
import { csvOf, registerRow, TODAY } from '@tracker/testing/imports';
import { MailServer } from '@tracker/testing/mail-server';

// On a busy machine each of the processes takes half a minute to begin.
jest.setTimeout(240_000);

const PASSWORD = 'visit-every-school-twice';
const EMAIL = 'head@hub.example';
/** Longer than the proxy takes to ask whether somebody is ready. */
const GRACE_MS = 3_000;

const mailServer = new MailServer();
let database: TestDatabase;
let redis: TestRedis;
/** Each process has one of its own in it, as on machines of their own. */
let folders: string;
let proxy: PlainProxy;
let hub: string;
let cookie: string;
let ports: number[];
let userId: string;
const apis = new Map<number, ChildProcess>();
const started: ChildProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  redis = await createTestRedis();
  folders = await mkdtemp(join(tmpdir(), 'tracker-several-'));
  await mailServer.start();
  const person = { name: 'Ash Rook', email: EMAIL, role: 'head', regions: [], password: PASSWORD };
  ({ id: userId } = await createUser(database.dataSource, person as never));
  // Before a worker writes the digest, which by day is its first work.
  await rowsOf(
    `WITH school AS (INSERT INTO schools (urn, name, status, in_scope, establishment_type)
       VALUES (100001, 'Mill Lane', 'open', true, 'Community school') RETURNING id)
     INSERT INTO follow_up_actions (school_id, title, due_on, owner_id)
     SELECT id, 'Send the plan', '2024-11-19', $1 FROM school`,
    [userId],
  );
  ports = [await findFreePort(), await findFreePort()];
  await Promise.all(
    ports.flatMap((port) => [
      start('api', port).then((api) => void apis.set(port, api)),
      start('worker', port),
    ]),
  );
  proxy = new PlainProxy(ports);
  hub = await proxy.start();
  const signedIn = await post('/api/auth/sign-in', { email: EMAIL, password: PASSWORD });
  expect(signedIn.status).toBe(200);
  cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});

afterAll(async () => {
  proxy?.stop();
  await Promise.all(started.map((one) => end(one)));
  await mailServer.stop();
  await redis.drop();
  await database.drop();
  await rm(folders, { recursive: true, force: true });
});

/** A process of its own; resolves when it serves. */
async function start(name: 'api' | 'worker', port: number): Promise<ChildProcess> {
  const env = {
    ...process.env,
    ...{ NODE_ENV: 'test', DATABASE_URL: database.url, REDIS_URL: redis.url, TRACKER_DEMO: '0' },
    ...{
      TRACKER_DATA_DIR: join(folders, `${name}-${port}`),
      TRACKER_TODAY: TODAY,
      PORT: String(port),
    },
    ...{ SMTP_URL: mailServer.url, MAIL_FROM: 'music@hub.example' },
    TRACKER_STOP_GRACE_MS: String(GRACE_MS),
  };
  const program = join(__dirname, `../../${name}/dist/main.js`);
  const child = fork(program, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  started.push(child);
  await once(child, 'message');
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

const ask = (path: string): Promise<Response> => fetch(`${hub}${path}`, { headers: { cookie } });

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${hub}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}), ...headers },
    body: JSON.stringify(body),
  });

async function eventually<T>(look: () => Promise<T>, wanted: (found: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const found = await look();
    if (wanted(found)) return found;
    if (tries === 1_200) throw new Error(`Not as wanted: ${JSON.stringify(found)}`);
    await sleep(50);
  }
}

const rowsOf = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  database.dataSource.query(text, values);

/** Sends a register of 20 schools. @returns the import that was acknowledged */
async function sendSchools(address: string, firstUrn: number): Promise<string> {
  const form = new FormData();
  form.set('kind', 'schools');
  const rows = Array.from({ length: 20 }, (_, index) => registerRow(firstUrn + index));
  form.set('file', new Blob([csvOf(rows)]), 'register.csv');
  const answer = await fetch(`${address}/api/imports`, {
    ...{ method: 'POST', headers: { cookie }, body: form },
  });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { id: string }).id;
}

const imported = (ids: string[]) =>
  eventually(
    () =>
      rowsOf<{ status: string }>('SELECT status, created FROM imports WHERE id = ANY ($1)', [ids]),
    (rows) => rows.every(({ status }) => status === 'done'),
  );

it('a session is known to both, and an import through either is done once', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 8 }, async () => (await ask('/api/auth/me')).status),
  );
  expect(statuses).toEqual(Array(8).fill(200));
  for (const port of ports) expect(proxy.sent.get(port)).toBeGreaterThan(2);
  const ids = await Promise.all([910_001, 910_101].map((first) => sendSchools(hub, first)));
  expect(await imported(ids)).toEqual(Array(2).fill({ status: 'done', created: 20 }));
  expect(await rowsOf('SELECT count(*)::int AS schools FROM schools WHERE urn > 910000')).toEqual([
    { schools: 40 },
  ]);
});

it('the same key at both at one time makes one record', async () => {
  const [school] = await rowsOf<{ id: string }>('SELECT id FROM schools WHERE urn = 910001');
  const body = { schoolId: school?.id, title: 'Ring back', dueOn: '2024-11-19', ownerId: userId };
  const key = { 'idempotency-key': randomUUID() };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => post('/api/follow-up-actions', body, key)),
  );
  const ids = await Promise.all(
    answers.map(async (answer) => {
      expect(answer.status).toBe(201);
      return ((await answer.json()) as { id: string }).id;
    }),
  );
  expect(new Set(ids).size).toBe(1);
  expect(await rowsOf(`SELECT id FROM follow_up_actions WHERE title = 'Ring back'`)).toEqual([
    { id: ids[0] },
  ]);
});

it('emails and the morning digest go out once, whoever is asked for them', async () => {
  const addresses = Array.from({ length: 12 }, (_, index) => `staff-${index}@hub.example`);
  for (const email of addresses) {
    const person = { name: 'Wren', email, role: 'manager', regions: [], password: PASSWORD };
    const { id } = await createUser(database.dataSource, person as never);
    const mail = { userId: id, kind: 'daily_digest', dedupeKey: email, subject: 'S', body: 'B' };
    await database.dataSource.transaction((manager) => queueStaffMail(manager, mail as never));
  }
  // By day the clock of a worker may have written it by now; at night nobody has.
  const queue = new Bull(TRACKER_QUEUE, redis.url);
  for (let times = 0; times < 6; times += 1) {
    await queue.add('queue-digests', {});
    await queue.add('send-mails', {});
  }
  await eventually(
    () => rowsOf<{ status: string }>('SELECT status FROM mails'),
    (rows) => rows.length === 13 && rows.every(({ status }) => status === 'sent'),
  );
  await eventually(
    () => queue.getJobCounts(),
    ({ waiting, active }) => waiting === 0 && active === 0,
  );
  await queue.close();
  for (const address of [...addresses, EMAIL]) expect(mailServer.at(address)).toHaveLength(1);
  const digests = await rowsOf('SELECT day, mails FROM daily_digests');
  expect(digests).toEqual([{ day: TODAY, mails: 1 }]);
});

it('a report that either worker makes is handed out by either API', async () => {
  const made = await Promise.all(
    ['workbook', 'workbook', 'workbook'].map(async (kind) => {
      const answer = await post('/api/reports', { kind, academicYear: '2024-25' });
      return ((await answer.json()) as { id: string }).id;
    }),
  );
  await eventually(
    () => rowsOf<{ status: string }>('SELECT status FROM reports WHERE id = ANY ($1)', [made]),
    (rows) => rows.every(({ status }) => status === 'done'),
  );
  for (const id of made) {
    const files = await Promise.all(
      ports.map(async (port) => {
        const path = `http://127.0.0.1:${port}/api/reports/${id}/file`;
        const answer = await fetch(path, { headers: { cookie } });
        expect(answer.status).toBe(200);
        const bytes = Buffer.from(await answer.arrayBuffer());
        expect(String(bytes.length)).toBe(answer.headers.get('content-length'));
        return bytes;
      }),
    );
    expect(files[0]?.subarray(0, 2).toString()).toBe('PK');
    expect(files[1]?.equals(files[0] as Buffer)).toBe(true);
  }
});

it('an upload that was acknowledged outlives the machine that took it', async () => {
  const port = ports[0] as number;
  const gone = apis.get(port) as ChildProcess;
  const id = await sendSchools(`http://127.0.0.1:${port}`, 910_201);
  const exited = once(gone, 'exit');
  gone.kill('SIGKILL');
  await exited;
  await rm(join(folders, `api-${port}`), { recursive: true });
  expect(await imported([id])).toEqual([{ status: 'done', created: 20 }]);
  apis.set(port, await start('api', port));
});

it('one after the other is replaced under load, and no request is dropped', async () => {
  const refused: string[] = [];
  let answered = 0;
  let over = false;
  const load = Array.from({ length: 6 }, async (_, index) => {
    while (!over) {
      const path = index % 2 === 0 ? '/api/schools' : '/api/auth/me';
      const answer = await ask(path);
      await answer.arrayBuffer();
      if (answer.status === 200) answered += 1;
      else refused.push(`${path} ${answer.status}`);
      // Less than one person may ask in a minute.
      await sleep(150);
    }
  });
  for (const port of ports) {
    const gone = apis.get(port) as ChildProcess;
    const since = Date.now();
    await end(gone);
    expect([gone.signalCode, Date.now() - since >= GRACE_MS]).toEqual(['SIGTERM', true]);
    apis.set(port, await start('api', port));
    const before = proxy.sent.get(port) ?? 0;
    await eventually(
      () => Promise.resolve(proxy.sent.get(port) ?? 0),
      (sent) => sent > before,
    );
  }
  over = true;
  await Promise.all(load);
  expect(proxy.broken).toEqual([]);
  expect(refused).toEqual([]);
  // Both replacements happened while there was something to drop.
  expect(answered).toBeGreaterThan(100);
});
