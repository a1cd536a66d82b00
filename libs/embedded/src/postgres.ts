import { join } from 'node:path';
import { Client } from 'pg';
import type { Log } from '@tracker/process';
import { findFreePort } from './free-port';
import { openCluster, postgresStopSignals, takeOver, type Cluster } from './postgres-cluster';
import { findPostgresPrograms } from './postgres-programs';
import { launch } from './process-control';
import { openServiceHome } from './service-home';
import { SupervisedProcess } from './supervised-process';

/** A server that this process runs. It dies with this process where the system allows that. */
export interface EmbeddedService {
  /** Address with name and password, for 127.0.0.1 only. */
  url: string;
  /** Ends the server cleanly; what it has acknowledged is on disk. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Folder for the data; made when it is not there. One running server a folder. */
  dataDir: string;
  log: Log;
  /** Where programs that must be copied or fetched are kept; default: the data's own place. */
  programsDir?: string;
  /** False for tests: nothing is forced to disk, and a power cut may lose the database. */
  durable?: boolean;
}

/**
 * Starts PostgreSQL on a free port of 127.0.0.1 with a database `tracker`, making the data folder
 * when there is none and taking over from a server that a killed process left behind. A server
 * that crashes is started again on the same port.
 *
 * @throws OperatorError with a sentence when the folder, the programs or the account are not
 * usable or the server does not come up.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedService> {
  const { log, durable = true } = options;
  const home = openServiceHome(options.dataDir, log);
  if (options.programsDir) home.programs = options.programsDir;
  const programs = findPostgresPrograms(home);
  const cluster = openCluster(home, programs, log);

  let port = 0;
  const server = new SupervisedProcess({
    name: 'PostgreSQL',
    logFile: cluster.logFile,
    account: home.account,
    log,
    async launch(output, firstStart) {
      // Whoever holds the address keeps it through a crash; only a start may choose another.
      if (firstStart) port = await findFreePort();
      // A crash may leave one; on a full disk an empty one, on which PostgreSQL refuses to start.
      await takeOver(cluster, log);
      return launch({
        command: join(programs.bin, 'postgres'),
        args: ['-D', cluster.data, ...settings(port, durable)],
        cwd: cluster.data,
        env: { PATH: process.env.PATH, TZ: 'UTC' },
        account: home.account,
        output,
        deathSignal: 'SIGINT',
      });
    },
    answers: () => withClient(addressOf(cluster, port, 'postgres'), async () => undefined),
    stopSignals: postgresStopSignals,
  });
  await server.start();
  await createDatabase(addressOf(cluster, port, 'postgres'), 'tracker');
  return { url: addressOf(cluster, port, 'tracker'), stop: () => server.stop() };
}

function settings(port: number, durable: boolean): string[] {
  const values = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    // A socket's path may have 107 characters, which a deep data folder exceeds.
    'unix_socket_directories=',
    'timezone=UTC',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']),
  ];
  return values.flatMap((value) => ['-c', value]);
}

function addressOf({ password }: Cluster, port: number, database: string): string {
  return `postgres://tracker:${password}@127.0.0.1:${port}/${database}`;
}

async function createDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  });
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // Without a listener a connection that breaks would end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
