import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MailServer } from '@tracker/testing/mail-server';
import {
  createTestDatabase,
  createTestRedis,
  type TestDatabase,
  type TestRedis,
} from '@tracker/testing';
import { createUser } from '@tracker/data';
import { queueStaffMail } from '@tracker/work';

const WORKER = join(__dirname, '../../worker/dist/main.js');
/** Enough for the worker to die in each place at which it can. */
const MAILS = 6;

const mailServer = new MailServer();
let database: TestDatabase;
let redis: TestRedis;
let dataDir: string;
let worker: ChildProcess | null = null;

beforeAll(async () => {
  database = await createTestDatabase();
  redis = await createTestRedis();
  dataDir = await mkdtemp(join(tmpdir(), 'tracker-killed-'));
  await mailServer.start();
}, 60_000);

afterAll(async () => {
  await kill();
  await mailServer.stop();
  await redis.drop();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

/** A worker as a process of its own; it looks into the outbox as soon as it runs. */
async function startWorker(): Promise<void> {
  const env = {
    ...process.env,
    ...{ NODE_ENV: 'test', DATABASE_URL: database.url, REDIS_URL: redis.url, TRACKER_DEMO: '0' },
    ...{ TRACKER_DATA_DIR: dataDir, TRACKER_TODAY: '2024-11-20' },
    ...{ SMTP_URL: mailServer.url, MAIL_FROM: 'music@hub.example' },
  };
  worker = fork(WORKER, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(worker, 'message');
}

/** As when the power fails: nothing can be written down any more. */
async function kill(): Promise<void> {
  if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, 'exit');
  worker.kill('SIGKILL');
  await gone;
}

/** Asks until the answer is as wanted; fails with the last answer after half a minute. */
async function eventually<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (tries === 600) throw new Error(`Not as wanted: ${JSON.stringify(answer)}`);
    await sleep(50);
  }
}

const outbox = (): Promise<{ address: string; status: string; words: string | null }[]> =>
  database.dataSource.query(
    'SELECT to_address AS address, status, last_error AS words FROM mails ORDER BY to_address',
  );

it('sends no email twice and forgets none when workers are killed over them', async () => {
  const addresses = Array.from({ length: MAILS }, (_, index) => `staff-${index}@hub.example`);
  for (const email of addresses) {
    const person = {
      name: 'Ash Rook',
      email,
      role: 'manager',
      regions: [],
      password: 'visit-every-school-twice',
    };
    const { id: userId } = await createUser(database.dataSource, person);
    const mail = {
      userId,
      kind: 'daily_digest',
      dedupeKey: email,
      subject: 'S',
      body: 'B',
    } as const;
    await database.dataSource.transaction((manager) => queueStaffMail(manager, mail));
  }
  let deaths = 0;
  // The message has arrived and its acknowledgement never comes: the worker cannot know.
  mailServer.beforeAnswer = async () => {
    if (deaths === 3) return;
    deaths += 1;
    await kill();
  };
  for (let lives = 0; lives < 3; lives += 1) {
    await startWorker();
    await eventually(
      () => Promise.resolve(deaths),
      (so) => so > lives,
    );
  }
  // The last one lives: it sends what was not begun and asks about the rest.
  await startWorker();
  const settled = ['sent', 'uncertain'];
  const rows = await eventually(outbox, (all) =>
    all.every(({ status }) => settled.includes(status)),
  );
  for (const { address } of rows) expect(mailServer.at(address)).toHaveLength(1);
  const asked = rows.filter(({ status }) => status === 'uncertain');
  expect(asked).toHaveLength(3);
  for (const { words } of asked) expect(words).toMatch(/may have arrived, or not/);
}, 120_000);
