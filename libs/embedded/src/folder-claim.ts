import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '@tracker/process';
import { processToken } from './process-control';
import { openDataDir } from './service-home';

/** The servers a running start or command offers to others on the same data folder. */
export interface RunningServices {
  /** `start` runs until it is stopped; `command` only as long as the command takes. */
  holder: 'start' | 'command';
  databaseUrl: string;
  redisUrl: string;
  /** Where the tracker is served, when it is. */
  address?: string;
}

/** The data folder is held by another process of the tracker. */
export class FolderInUseError extends OperatorError {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `The tracker already runs on the folder ${folder} (process ${pid}). Stop it first, or choose another folder with TRACKER_DATA_DIR.`,
    );
  }
}

/** The right of one process to run servers on a data folder, until it is released or dies. */
export interface FolderClaim {
  /** Tells other commands where the servers are: `running.json`, readable by this account only. */
  publish(services: RunningServices): void;
  /** Tells them no more, because the servers are about to stop. */
  withdraw(): void;
  release(): void;
}

interface Holder {
  pid: number;
  token: string;
}

/**
 * Claims the data folder for this process. The claim of a process that died counts for nothing,
 * also when its number was given to another one.
 *
 * @throws FolderInUseError while another process holds it.
 * @throws OperatorError when the folder cannot be written.
 */
export function claimFolder(dataDir: string): FolderClaim {
  const folder = openDataDir(dataDir);
  const lock = join(folder, 'claim.json');
  const running = join(folder, 'running.json');
  const mine: Holder = { pid: process.pid, token: processToken(process.pid) ?? '' };
  while (!tryToCreate(lock, mine)) removeStale(lock, folder);
  rmSync(running, { force: true });
  return {
    publish(services) {
      const unfinished = `${running}.new`;
      writeFileSync(unfinished, JSON.stringify({ ...mine, ...services }), { mode: 0o600 });
      renameSync(unfinished, running);
    },
    withdraw() {
      rmSync(running, { force: true });
    },
    release() {
      rmSync(running, { force: true });
      rmSync(lock, { force: true });
    },
  };
}

/** The servers that run on the data folder now, or undefined. */
export function findRunningServices(dataDir: string): RunningServices | undefined {
  const running = read<RunningServices & Holder>(join(dataDir, 'running.json'));
  return running && isAt(running) ? running : undefined;
}

/** The process that holds the data folder now, or undefined. */
export function findHolder(dataDir: string): number | undefined {
  const holder = read<Holder>(join(dataDir, 'claim.json'));
  return holder && isAt(holder) ? holder.pid : undefined;
}

function tryToCreate(lock: string, holder: Holder): boolean {
  try {
    writeFileSync(lock, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function removeStale(lock: string, folder: string): void {
  const holder = read<Holder>(lock);
  if (holder && isAt(holder)) throw new FolderInUseError(folder, holder.pid);
  // Renamed before it is judged again: of two starts at once only one gets hold of it.
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const moved = read<Holder>(aside);
  if (moved && isAt(moved)) {
    renameSync(aside, lock);
    throw new FolderInUseError(folder, moved.pid);
  }
  rmSync(aside, { force: true });
}

function isAt({ pid, token }: Holder): boolean {
  return processToken(pid) === token;
}

function read<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
