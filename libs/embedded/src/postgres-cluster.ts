import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { OperatorError, type Log } from '@tracker/process';
import type { PostgresPrograms } from './postgres-programs';
import { commandOf, endProcess, isAlive, tiedToThisProcess } from './process-control';
import { makePrivateFolder, type ServiceHome } from './service-home';

/** A PostgreSQL data folder and the password of its one role, `tracker`. */
export interface Cluster {
  data: string;
  logFile: string;
  password: string;
}

/** SIGINT is PostgreSQL's fast shutdown; the others are for one that does not obey. */
export const postgresStopSignals: { signal: NodeJS.Signals; milliseconds: number }[] = [
  { signal: 'SIGINT', milliseconds: 20_000 },
  { signal: 'SIGQUIT', milliseconds: 5_000 },
  { signal: 'SIGKILL', milliseconds: 5_000 },
];

/**
 * Opens the home's data folder, making it first when there is none.
 *
 * @throws OperatorError when it cannot be made, or another version of PostgreSQL wrote it.
 */
export function openCluster(home: ServiceHome, programs: PostgresPrograms, log: Log): Cluster {
  const folder = join(home.path, 'postgres');
  if (!existsSync(folder)) makeCluster(home, folder, programs, log);
  const cluster = { data: join(folder, 'data'), logFile: join(folder, 'server.log') };
  try {
    const version = Number(readFileSync(join(cluster.data, 'PG_VERSION'), 'utf8'));
    if (version !== programs.major) {
      throw new OperatorError(
        `The data in ${folder} was written by PostgreSQL ${version}, and the tracker brings ${programs.major}. Start the earlier tracker, run its backup command, move the folder away and restore.`,
      );
    }
    return { ...cluster, password: readFileSync(join(folder, 'password'), 'utf8').trim() };
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(
      `The PostgreSQL data in ${folder} cannot be read (${(error as Error).message}). Run the tracker as the account that made it, or choose another folder with TRACKER_DATA_DIR.`,
      { cause: error },
    );
  }
}

/**
 * Ends a server that a killed tracker left behind on the folder, so that this one can start its
 * own; removes a `postmaster.pid` that names somebody else's process.
 */
export async function takeOver({ data }: Cluster, log: Log): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  if (!(pid > 0) || !isAlive(pid) || !commandOf(pid).includes(data)) {
    // PostgreSQL believes any living process of that number to be itself.
    rmSync(pidFile, { force: true });
    return;
  }
  log(`Taking over from the PostgreSQL of an earlier start that was killed (process ${pid}).`);
  if (await endProcess(pid, postgresStopSignals)) return;
  throw new OperatorError(
    `The PostgreSQL of an earlier start (process ${pid}) does not end. End it by hand and try again.`,
  );
}

/** Made beside its place and then renamed, so that an interrupted start leaves no half folder. */
function makeCluster(
  home: ServiceHome,
  folder: string,
  programs: PostgresPrograms,
  log: Log,
): void {
  log('Creating the database folder ...');
  for (const name of readdirSync(home.path)) {
    if (name.startsWith('postgres.new-')) {
      rmSync(join(home.path, name), { recursive: true, force: true });
    }
  }
  const unfinished = makePrivateFolder(home, `${folder}.new-${process.pid}`);
  const passwordFile = join(unfinished, 'password');
  writeFileSync(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (home.account) chownSync(passwordFile, home.account.uid, home.account.gid);
  // A system whose C library does not know C.UTF-8 gets C: the builtin provider rules anyway.
  const attempt = (locale: string) => initdb(home, programs, unfinished, passwordFile, locale);
  const problem = attempt('C.UTF-8') && attempt('C');
  if (problem !== undefined) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new OperatorError(`PostgreSQL could not create its folder in ${home.path}: ${problem}`);
  }
  renameSync(unfinished, folder);
}

function initdb(
  home: ServiceHome,
  programs: PostgresPrograms,
  folder: string,
  passwordFile: string,
  locale: string,
): string | undefined {
  const [command, args] = tiedToThisProcess('SIGKILL', join(programs.bin, 'initdb'), [
    `--pgdata=${join(folder, 'data')}`,
    '--username=tracker',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${locale}`,
    '--no-instructions',
  ]);
  const { status, stderr, error } = spawnSync(command, args, {
    uid: home.account?.uid,
    gid: home.account?.gid,
    cwd: home.path,
    env: { PATH: process.env.PATH, TZ: 'UTC' },
    encoding: 'utf8',
  });
  return status === 0 ? undefined : (error?.message ?? (stderr.trim() || `exit code ${status}`));
}
