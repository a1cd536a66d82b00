import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import type { Account } from './process-control';

/** Whether the account can pass through the folder and everything above it. */
export function mayEnter({ uid, gid }: Account, folder: string): boolean {
  return spawnSync('test', ['-x', folder], { uid, gid, cwd: '/' }).status === 0;
}

/** A data folder belongs to the account that made it, whoever starts the tracker later. */
export function ownerOf(folder: string): Account | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat || stat.uid === 0) return undefined;
  return { name: nameOf(stat.uid), uid: stat.uid, gid: stat.gid };
}

/**
 * The first of these accounts that there is, else a new system account by the last name.
 *
 * @param announce called before one is created
 * @returns undefined when none can be created
 */
export function systemAccount(
  names: readonly [string, ...string[]],
  announce: (name: string) => void,
): Account | undefined {
  for (const name of names) {
    const existing = findAccount(name);
    if (existing) return existing;
  }
  const name = names.at(-1) as string;
  announce(name);
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name]],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', name]],
  ];
  for (const [command, args] of attempts) {
    spawnSync(command, args);
    const created = findAccount(name);
    if (created) return created;
  }
  return undefined;
}

function nameOf(uid: number): string {
  const { status, stdout } = spawnSync('id', ['-un', String(uid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : `number ${uid}`;
}

function findAccount(name: string): Account | undefined {
  try {
    const number = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { name, uid: number('-u'), gid: number('-g') };
  } catch {
    return undefined;
  }
}
