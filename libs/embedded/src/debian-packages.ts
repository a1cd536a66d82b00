import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Folders of libraries inside an unpacked tree, for LD_LIBRARY_PATH. */
export function libraryFolders(tree: string): string[] {
  const roots = [join(tree, 'lib'), join(tree, 'usr/lib')];
  return roots.flatMap((root) => [root, ...subfolders(root)]);
}

/** Whether this is a system of Debian's family. */
export async function hasApt(): Promise<boolean> {
  try {
    await run('apt-get', ['--version']);
    await run('dpkg', ['--version']);
    return true;
  } catch {
    return false;
  }
}

/**
 * Downloads a Debian package with what it needs and is not installed, and unpacks it all into a
 * folder. Installs nothing, needs no rights and starts no service. The system's package lists are
 * tried first; when they are missing or too old, lists of our own are fetched beside the folder.
 *
 * @param tree Folder that does not exist yet.
 * @throws the last command's error.
 */
export async function unpackDebianPackage(name: string, tree: string): Promise<void> {
  const work = `${tree}.downloads`;
  rmSync(work, { recursive: true, force: true });
  // apt fetches as its own account when root runs it, and says so at length when it cannot.
  mkdirSync(join(work, 'lists/partial'), { recursive: true });
  mkdirSync(join(work, 'cache/archives/partial'), { recursive: true });
  const common = [
    ...['-o', `Dir::Cache=${join(work, 'cache')}`],
    ...['-o', 'Debug::NoLocking=1', '-o', 'APT::Sandbox::User='],
  ];
  try {
    await download(name, work, common).catch(async () => {
      const own = [...common, '-o', `Dir::State::Lists=${join(work, 'lists')}`];
      await run('apt-get', [...own, '-q', 'update'], { timeout: 300_000 });
      await download(name, work, own);
    });
    mkdirSync(tree, { recursive: true });
    for (const file of readdirSync(work).filter((entry) => entry.endsWith('.deb'))) {
      await run('dpkg', ['-x', join(work, file), tree]);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function download(name: string, folder: string, options: string[]): Promise<void> {
  const plan = ['-s', '--no-install-recommends', 'install', name];
  const { stdout } = await run('apt-get', [...options, ...plan], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  const needed = [...stdout.matchAll(/^Inst (\S+)/gm)].map((match) => match[1] ?? '');
  // The running system's own C library is the only one that fits its loader.
  const names = new Set([name, ...needed].filter((entry) => !/^libc(6|-bin)\b/.test(entry)));
  await run('apt-get', [...options, '-q', 'download', ...names], {
    cwd: folder,
    timeout: 300_000,
  });
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}
