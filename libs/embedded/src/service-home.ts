import { createHash } from 'node:crypto';
import { accessSync, chownSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { OperatorError, type Log } from '@tracker/process';
import { mayEnter, ownerOf, systemAccount } from './accounts';
import type { Account } from './process-control';

/** Where the embedded servers keep their data and programs, and who runs them. */
export interface ServiceHome {
  path: string;
  /** Folder of programs unpacked once; may be shared by several homes of one account. */
  programs: string;
  /** Set only when this process is root: PostgreSQL refuses to run as root. */
  account?: Account;
}

const product = 'school-engagement-tracker';
const fallbackParents = ['/var/lib', '/var/tmp'];
/** Fallback places already told of: two servers ask for the same one. */
const announced = new Set<string>();

/** Makes the data folder if need be. @throws OperatorError when it cannot be written. */
export function openDataDir(dataDir: string): string {
  try {
    // Root's servers run as another account, which must be able to pass through.
    makeFolders(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (error) {
    throw new OperatorError(
      `The folder ${dataDir} cannot be written by the account ${userInfo().username}. Choose another with TRACKER_DATA_DIR=/some/folder, or give this account the right to write there.`,
      { cause: error },
    );
  }
}

/**
 * Finds the place for the servers' data. It is the data folder itself, except when this process
 * is root and the servers' account may not enter that folder (it lies in root's home, say): then
 * it is /var/lib/school-engagement-tracker/<name of the folder>, else the same under /var/tmp.
 *
 * @throws OperatorError when the data folder cannot be written or no account can be had.
 */
export function openServiceHome(dataDir: string, log: Log): ServiceHome {
  const place = findPlace(dataDir, log);
  return { ...place, programs: join(place.path, 'programs') };
}

/** @throws OperatorError when there is none and none can be created */
function serviceAccount(log: Log): Account {
  const account = systemAccount(['postgres', 'tracker-postgres'], (name) =>
    log(`PostgreSQL does not run as root; creating the system account ${name} for it.`),
  );
  if (account) return account;
  throw new OperatorError(
    'PostgreSQL does not run as root, and the account tracker-postgres could not be created. Run the tracker as an ordinary user, or set DATABASE_URL to a server that runs.',
  );
}

function findPlace(dataDir: string, log: Log): Omit<ServiceHome, 'programs'> {
  const path = openDataDir(dataDir);
  if (process.getuid?.() !== 0) return { path };
  const account = ownerOf(join(path, 'postgres')) ?? serviceAccount(log);
  if (mayEnter(account, path)) return { path, account };
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 8);
  for (const parent of fallbackParents) {
    const home = join(parent, product, `${basename(dirname(path))}-${digest}`);
    try {
      makeFolders(home, 0o711);
    } catch {
      continue;
    }
    const owner = ownerOf(join(home, 'postgres')) ?? account;
    if (!mayEnter(owner, home)) continue;
    if (!announced.has(home)) {
      log(
        `The account ${owner.name}, which runs PostgreSQL and Redis, may not enter ${path}; they keep their data in ${home}.`,
      );
    }
    announced.add(home);
    return { path: home, account: owner };
  }
  throw new OperatorError(
    `The account ${account.name}, which runs PostgreSQL, may not enter ${path}. Choose a folder outside root's home with TRACKER_DATA_DIR=/some/folder.`,
  );
}

/** Makes a private folder of the home that belongs to the servers' account. */
export function makePrivateFolder(home: ServiceHome, path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (home.account) chownSync(path, home.account.uid, home.account.gid);
  return path;
}

/** Not mkdir's own `recursive`, which never returns where the system answers "no such folder". */
function makeFolders(path: string, mode: number): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path), mode);
  mkdirSync(path, { mode });
}
