import { spawnSync } from 'node:child_process';
import { lchownSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '@tracker/process';
import { ownerOf, systemAccount } from './accounts';
import type { Account } from './process-control';
import { openDataDir } from './service-home';

/** Where the API and the worker write in the data folder. */
const FOLDERS = ['uploads', 'reports', 'downloads'] as const;

/** Reads the program and one of its packages, and writes to each folder. */
const PROBE = `
  const { accessSync, constants: { R_OK, W_OK, X_OK } } = require('node:fs');
  const [program, ...folders] = process.argv.slice(1);
  accessSync(program, R_OK);
  require(require('node:module').createRequire(program).resolve('reflect-metadata'));
  for (const folder of folders) accessSync(folder, R_OK | W_OK | X_OK);`;

/**
 * The account that the API and the worker run as when root starts the tracker: one of their own, so
 * that a fault in them opens neither the machine nor the files of PostgreSQL. What they write in the
 * data folder is given to it, an older folder's files included.
 *
 * @param program one of their built programs
 * @returns undefined when this process is not root, or when no other account can run them, which is said
 */
export function openAppAccount(dataDir: string, program: string, log: Log): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const path = openDataDir(dataDir);
  const folders = FOLDERS.map((name) => join(path, name));
  const account =
    ownerOf(folders[0] as string) ??
    systemAccount(['tracker-app'], (name) =>
      log(`The API and the worker do not run as root; creating the system account ${name}.`),
    );
  if (account === undefined) {
    log('The API and the worker run as root: the account tracker-app could not be created.');
    return undefined;
  }
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    give(folder, account);
  }
  const { uid, gid } = account;
  const probe = spawnSync(process.execPath, ['-e', PROBE, program, ...folders], {
    ...{ uid, gid, cwd: '/', stdio: 'ignore' },
  });
  if (probe.status === 0) return account;
  log(
    `The API and the worker run as root: the account ${account.name} may not read ${program} or write in ${path}. Put the tracker and its data where every account may go, such as /opt, or start it as an ordinary user.`,
  );
  return undefined;
}

/** Links are given, never followed: whoever owns the folder could point one anywhere. */
function give(path: string, account: Account): void {
  const about = lstatSync(path);
  if (about.uid !== account.uid) lchownSync(path, account.uid, account.gid);
  if (!about.isDirectory()) return;
  for (const name of readdirSync(path)) give(join(path, name), account);
}
