import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { OperatorError, type Log } from '@tracker/process';
import { hasApt, libraryFolders, unpackDebianPackage } from './debian-packages';
import type { ServiceHome } from './service-home';

/** A Redis server's program and the environment it needs. */
export interface RedisProgram {
  command: string;
  env: NodeJS.ProcessEnv;
}

const names = ['redis-server', 'valkey-server'];

/**
 * Finds Redis or Valkey: on the PATH, else unpacked earlier, else unpacked now from Debian's or
 * Ubuntu's packages into the home's `programs` (a few seconds and some megabytes, once).
 *
 * @throws OperatorError that says how to install it.
 */
export async function findRedisProgram(home: ServiceHome, log: Log): Promise<RedisProgram> {
  const installed = names.map(onPath).find((found) => found && runs(found, home));
  if (installed) return installed;
  const tree = join(home.programs, 'redis');
  const unpacked = names.map((name) => inTree(tree, name)).find((found) => runs(found, home));
  return unpacked ?? (await unpack(tree, home, log));
}

async function unpack(tree: string, home: ServiceHome, log: Log): Promise<RedisProgram> {
  let reason = '';
  if (await hasApt()) {
    log('Getting Redis from the packages of this system (some seconds, the first time only) ...');
    mkdirSync(home.programs, { recursive: true, mode: 0o755 });
    for (const name of names) {
      const unfinished = `${tree}.new`;
      rmSync(unfinished, { recursive: true, force: true });
      try {
        await unpackDebianPackage(name, unfinished);
        rmSync(tree, { recursive: true, force: true });
        renameSync(unfinished, tree);
        const program = inTree(tree, name);
        if (runs(program, home)) return program;
        reason ||= ` (The ${name} of this system's packages does not run from ${tree}.)`;
      } catch (error) {
        reason ||= ` (Fetching it with apt-get failed: ${firstLine(error as Error)})`;
      }
    }
  }
  throw new OperatorError(
    `Redis is needed and was not found.${reason} Install it (Debian, Ubuntu: "sudo apt-get install redis-server"; Fedora: "sudo dnf install valkey"; macOS: "brew install redis") and start again, or set REDIS_URL to a Redis that runs.`,
  );
}

function onPath(name: string): RedisProgram | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const command = join(folder, name);
    try {
      accessSync(command, constants.X_OK);
      return { command, env: { PATH: process.env.PATH } };
    } catch {
      continue;
    }
  }
  return undefined;
}

function inTree(tree: string, name: string): RedisProgram {
  const env = { PATH: process.env.PATH, LD_LIBRARY_PATH: libraryFolders(tree).join(':') };
  return { command: join(tree, 'usr/bin', name), env };
}

function runs({ command, env }: RedisProgram, { path, account }: ServiceHome): boolean {
  if (!existsSync(command)) return false;
  const { uid, gid } = account ?? {};
  return spawnSync(command, ['--version'], { env, uid, gid, cwd: path }).status === 0;
}

function firstLine(error: Error & { stderr?: string }): string {
  const lines = (error.stderr || error.message).trim().split('\n');
  return lines.find((line) => line.startsWith('E:')) ?? lines[0] ?? '';
}
