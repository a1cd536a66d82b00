import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Redis from 'ioredis';
import { OperatorError, type Log } from '@tracker/process';
import { findFreePort } from './free-port';
import type { EmbeddedService } from './postgres';
import { endProcess, launch, processToken } from './process-control';
import { findRedisProgram } from './redis-program';
import { makePrivateFolder, openServiceHome, type ServiceHome } from './service-home';
import { SupervisedProcess } from './supervised-process';

export interface EmbeddedRedisOptions {
  /** Folder for the data; made when it is not there. One running server a folder. */
  dataDir: string;
  log: Log;
  /** Where a program that must be fetched is kept; default: the data's own place. */
  programsDir?: string;
}

interface Running {
  pid: number;
  token: string;
}

const stopSignals: { signal: NodeJS.Signals; milliseconds: number }[] = [
  { signal: 'SIGTERM', milliseconds: 10_000 },
  { signal: 'SIGKILL', milliseconds: 5_000 },
];

/**
 * Starts Redis (or Valkey) on a free port of 127.0.0.1 with a generated password, taking over
 * from a server that a killed process left behind. A server that crashes is started again on the
 * same port.
 *
 * The append-only file is flushed every second, not at every write: no acknowledged write lives
 * in Redis alone. A lost job only means a nudge that the worker's regular sweep makes good.
 *
 * @throws OperatorError with a sentence when there is no Redis to be had, the folder is not
 * usable or the server does not come up.
 */
export async function startEmbeddedRedis(options: EmbeddedRedisOptions): Promise<EmbeddedService> {
  const { log } = options;
  const home = openServiceHome(options.dataDir, log);
  if (options.programsDir) home.programs = options.programsDir;
  const program = await findRedisProgram(home, log);
  const folder = makePrivateFolder(home, join(home.path, 'redis'));
  const runningFile = join(folder, 'running.json');
  await takeOver(runningFile, log);

  const password = randomBytes(24).toString('hex');
  let port = 0;
  const address = () => `redis://:${password}@127.0.0.1:${port}`;
  const server = new SupervisedProcess({
    name: 'Redis',
    logFile: join(folder, 'server.log'),
    account: home.account,
    log,
    async launch(output, firstStart) {
      if (firstStart) port = await findFreePort();
      const child = launch({
        command: program.command,
        args: [writeSettings(home, folder, port, password)],
        cwd: folder,
        env: { ...program.env, TZ: 'UTC' },
        account: home.account,
        output,
        deathSignal: 'SIGTERM',
      });
      const token = child.pid && processToken(child.pid);
      if (token) writeFileSync(runningFile, JSON.stringify({ pid: child.pid, token }));
      return child;
    },
    answers: () => ping(address()),
    stopSignals,
  });
  try {
    await server.start();
  } catch (error) {
    if (!setAside(folder)) throw error;
    log(
      'Redis could not read what it had kept and starts empty; nothing of the records was in it.',
    );
    await server.start();
  }
  return {
    url: address(),
    async stop() {
      await server.stop();
      rmSync(runningFile, { force: true });
    },
  };
}

/**
 * Redis refuses to start on a damaged append-only file. It holds nothing but nudges and counters, so
 * the file is put away. @returns false when there is none to put away
 */
function setAside(folder: string): boolean {
  const kept = join(folder, 'appendonlydir');
  if (!existsSync(kept)) return false;
  rmSync(`${kept}.damaged`, { recursive: true, force: true });
  renameSync(kept, `${kept}.damaged`);
  return true;
}

async function takeOver(runningFile: string, log: Log): Promise<void> {
  if (!existsSync(runningFile)) return;
  const { pid, token } = readRunning(runningFile);
  if (processToken(pid) !== token) return;
  log(`Taking over from the Redis of an earlier start that was killed (process ${pid}).`);
  if (await endProcess(pid, stopSignals)) return;
  throw new OperatorError(
    `The Redis of an earlier start (process ${pid}) does not end. End it by hand and try again.`,
  );
}

function readRunning(file: string): Running {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Running;
  } catch {
    // Cut short by a kill: the process it would have named was tied to the one that wrote it.
    return { pid: 0, token: '' };
  }
}

/** In a file of mode 0600, because a command line can be read by everybody. */
function writeSettings(home: ServiceHome, folder: string, port: number, password: string): string {
  const file = join(folder, 'redis.conf');
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${folder}"`,
    'daemonize no',
    'databases 64',
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  if (home.account) chownSync(file, home.account.uid, home.account.gid);
  return file;
}

async function ping(url: string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: 5_000,
    disconnectTimeout: 100,
  });
  // Without a listener a refused connection is printed to the console.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
  } finally {
    client.disconnect();
  }
}
