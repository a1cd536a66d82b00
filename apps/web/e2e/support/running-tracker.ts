import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createTestDatabase, createTestRedis } from '@tracker/testing';
import { createUser, type UserToCreate } from '@tracker/data';

export const PASSWORD = 'visit-every-school-twice';

/** The built API and worker as their own processes, on a database and a Redis of their own. */
export interface RunningTracker {
  url: string;
  dataSource: DataSource;
  /** What the processes said on standard error so far. */
  said(): string;
  addUser(over: Partial<UserToCreate> & { email: string; role: string }): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param today the day that takes today's place, `YYYY-MM-DD`
 * @param settings what the environment says beside that: `SMTP_URL` for one
 */
export async function runTracker(
  today: string,
  settings: NodeJS.ProcessEnv = {},
): Promise<RunningTracker> {
  const database = await createTestDatabase();
  const redis = await createTestRedis();
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-e2e-'));
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    PORT: String(port),
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    TRACKER_DATA_DIR: dataDir,
    TRACKER_TODAY: today,
    TRACKER_DEMO: '0',
    ...settings,
  };
  const root = join(__dirname, '../../../..');
  const children = ['api', 'worker'].map((app) =>
    fork(join(root, 'apps', app, 'dist/main.js'), {
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    }),
  );
  let said = '';
  for (const { stderr } of children)
    stderr?.on('data', (text: Buffer) => {
      said += text.toString();
      // The link of a tracker without users is no news; whatever else is said is.
      if (!text.includes('Nobody can sign in yet.')) process.stderr.write(text);
    });
  await Promise.all(children.map(untilReady));
  return {
    url: `http://127.0.0.1:${port}`,
    dataSource: database.dataSource,
    said: () => said,
    async addUser(over) {
      const user = { name: 'Hilary Marsh', regions: [], password: PASSWORD, ...over };
      await createUser(database.dataSource, user);
    },
    async stop() {
      await Promise.all(children.map(ended));
      await redis.drop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`${child.spawnargs[1]} ended with ${code}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
