import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { claimFolder, findHolder, findRunningServices } from './folder-claim';
import { findFreePort } from './free-port';
import { defaultDataDir } from '@tracker/process';
import { startEmbeddedPostgres, type EmbeddedService } from './postgres';
import { findPostgresPrograms } from './postgres-programs';
import { launch } from './process-control';
import { startEmbeddedRedis } from './redis';
import { openDataDir, openServiceHome } from './service-home';

jest.setTimeout(30_000);

const root = process.getuid?.() === 0;
let dataDir: string;
let said: string[];
let started: EmbeddedService[];
const log = (sentence: string) => void said.push(sentence);

beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'tracker-embedded-')), 'data');
  said = [];
  started = [];
  // mkdtemp's folders are private, and root's servers run as another account.
  if (root) mkdirSync(dataDir, { recursive: true });
});

afterEach(async () => {
  for (const service of started) await service.stop();
  rmSync(openServiceHome(dataDir, log).path, { recursive: true, force: true });
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
});

async function start(durable = false): Promise<EmbeddedService> {
  const service = await startEmbeddedPostgres({ dataDir, log, durable });
  started.push(service);
  return service;
}

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T & object>(sql)).rows;
  } finally {
    await client.end();
  }
}

function pidOfPostgres(): number {
  const home = openServiceHome(dataDir, log).path;
  return Number.parseInt(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8'), 10);
}

describe('the embedded PostgreSQL', () => {
  it('keeps its data from one start to the next, behind its password, and through kill -9', async () => {
    const first = await start(true);
    await query(first.url, `CREATE TABLE kept AS SELECT 'Zoë' AS name`);
    await first.stop();

    const second = await start(true);
    expect(await query(second.url, 'SELECT name FROM kept')).toEqual([{ name: 'Zoë' }]);
    expect(await query(second.url, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await query(second.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(said.filter((sentence) => sentence.startsWith('Creating'))).toHaveLength(1);

    // Nobody is let in without its password.
    const url = new URL(second.url);
    url.password = 'guess';
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    const home = openServiceHome(dataDir, log).path;
    expect(statSync(join(home, 'postgres/password')).mode & 0o777).toBe(0o600);

    // After kill -9 it is back on the same address.
    process.kill(pidOfPostgres(), 'SIGKILL');
    const kept = () => query(second.url, 'SELECT name FROM kept');
    expect(await eventually(kept)).toEqual([{ name: 'Zoë' }]);
    expect(said.at(-1)).toBe('PostgreSQL ended unexpectedly (SIGKILL); starting it again.');

    // Over an empty lock file as well, as a full disk leaves it.
    const pid = pidOfPostgres();
    process.kill(pid, 'SIGKILL');
    writeFileSync(join(home, 'postgres/data/postmaster.pid'), '');
    expect(await eventually(kept)).toEqual([{ name: 'Zoë' }]);
    expect(pidOfPostgres()).not.toBe(pid);
  }, 60_000);

  it('takes over from a server that outlived its parent, and refuses the data of another version', async () => {
    await (await start()).stop();
    const home = openServiceHome(dataDir, log);
    const data = join(home.path, 'postgres/data');
    const output = openSync('/dev/null', 'a');
    const orphan = launch({
      command: join(findPostgresPrograms(home).bin, 'postgres'),
      args: [
        '-D',
        data,
        '-c',
        `port=${await findFreePort()}`,
        '-c',
        'unix_socket_directories=',
        '-c',
        'fsync=off',
      ],
      cwd: data,
      env: {},
      account: home.account,
      output,
      deathSignal: 'SIGKILL',
    });
    closeSync(output);
    await eventually(async () => expect(pidOfPostgres()).toBe(orphan.pid));

    const service = await start();
    expect(orphan.exitCode).toBe(0);
    expect(said).toContainEqual(expect.stringContaining(`killed (process ${orphan.pid})`));
    expect(await query(service.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);

    // The data of another version it refuses in a sentence.
    await service.stop();
    writeFileSync(join(data, 'PG_VERSION'), '14\n');
    await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(
      /was written by PostgreSQL 14, and the tracker brings 18/,
    );
  });

  it('starts over what an interrupted start left half made, and past a stale pid file', async () => {
    const home = openServiceHome(dataDir, log).path;
    mkdirSync(join(home, 'postgres.new-1/data'), { recursive: true });
    writeFileSync(join(home, 'postgres.new-1/data/PG_VERSION'), '18\n');
    await (await start()).stop();
    expect(() => statSync(join(home, 'postgres.new-1'))).toThrow(/ENOENT/);

    // The number of a process that lives and is something else.
    writeFileSync(join(home, 'postgres/data/postmaster.pid'), `${process.pid}\n`);
    await (await start()).stop();
  });
});

describe('the embedded Redis', () => {
  it('answers with its password only, and comes back after kill -9', async () => {
    const programsDir = openServiceHome(defaultDataDir, log).programs;
    const service = await startEmbeddedRedis({ dataDir, log, programsDir });
    started.push(service);
    expect(service.url).toMatch(/^redis:\/\/:[0-9a-f]{48}@127\.0\.0\.1:\d+$/);
    const home = openServiceHome(dataDir, log).path;
    const running = join(home, 'redis/running.json');
    const { pid } = JSON.parse(readFileSync(running, 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    await eventually(async () => {
      const now = JSON.parse(readFileSync(running, 'utf8')) as { pid: number };
      if (now.pid === pid) throw new Error('not yet');
    });
  });
});

describe('the data folder', () => {
  it('is held by one process at a time, as long as that lives', async () => {
    const holder = spawn('sleep', ['60']);
    await once(holder, 'spawn');
    const claim = claimFolder(dataDir);
    expect(findHolder(dataDir)).toBe(process.pid);
    expect(() => claimFolder(dataDir)).toThrow(/already runs on the folder/);
    claim.publish({ holder: 'start', databaseUrl: 'postgres://x', redisUrl: 'redis://x' });
    expect(findRunningServices(dataDir)).toMatchObject({ databaseUrl: 'postgres://x' });
    expect(statSync(join(dataDir, 'running.json')).mode & 0o777).toBe(0o600);
    claim.release();
    expect(findRunningServices(dataDir)).toBeUndefined();

    // A claim with the number of a living process, but of another start of it.
    const stale = JSON.stringify({ pid: holder.pid, token: 'earlier' });
    writeFileSync(join(dataDir, 'claim.json'), stale);
    claimFolder(dataDir).release();
    holder.kill();
  });

  it('that cannot be written is a sentence', () => {
    const file = join(dataDir, '..', 'file');
    writeFileSync(file, '');
    const sentence = /cannot be written by the account .* TRACKER_DATA_DIR/;
    expect(() => openDataDir(join(file, 'below'))).toThrow(sentence);
    expect(() => openDataDir('/proc/nothing')).toThrow(sentence);
  });
});

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 25_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

it('starts Redis empty when what it kept is damaged', async () => {
  const first = await startEmbeddedRedis({ dataDir, log });
  await first.stop();
  const kept = join(openServiceHome(dataDir, log).path, 'redis/appendonlydir');
  for (const name of readdirSync(kept)) writeFileSync(join(kept, name), 'not what Redis wrote');
  const second = await startEmbeddedRedis({ dataDir, log });
  started.push(second);
  expect(said.join(' ')).toContain('starts empty');
});
