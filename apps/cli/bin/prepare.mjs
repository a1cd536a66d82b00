/**
 * What stands between a bare clone and the built tracker: the packages and the build, each only
 * when something changed. Plain JavaScript without packages, because there are none yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

const stampFile = join(root, 'node_modules/.tracker-stamp');
const nodeSources = ['libs', 'migrations', 'apps/api', 'apps/worker', 'apps/tools', 'apps/cli'];
const webSources = ['apps/web', 'libs/contract', 'libs/domain'];
const settings = ['package-lock.json', 'package.json', 'tsconfig.json', 'tsconfig.base.json'];
const leftOut = new Set(['node_modules', 'dist', 'bin', 'e2e', 'test', 'testing']);

/** Takes the steps in turn; one that fails ends the process with what it said. */
export function prepare(...steps) {
  try {
    for (const step of steps) step();
  } catch (error) {
    say(error instanceof StepFailed ? error.message : error);
    process.exit(1);
  }
}

/** A step went wrong; the message is for the person who started it. */
export class StepFailed extends Error {}

/** @throws StepFailed when this Node is too old to run anything else. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new StepFailed(
    `The tracker needs Node 20.19 or newer, and this is ${process.versions.node}. Get one from https://nodejs.org.`,
  );
}

/** Installs the packages that package-lock.json names, when they are not there already. */
export function ensureInstalled() {
  const lock = hash([join(root, 'package-lock.json')], [process.platform, process.arch]);
  if (stamps().install === lock) return;
  if (!isInstalled()) {
    say('Installing packages (a minute or two the first time) ...');
    install();
    if (!isInstalled()) {
      // npm before 11 leaves out optional packages now and then (npm/cli#4828); a second run with
      // the folder gone does not.
      say('Some packages are missing; installing again ...');
      install();
    }
  }
  stamp('install', lock);
}

/** Builds the API, the worker, the commands and what they share, when a source changed. */
export function ensureNodeBuilt() {
  const sources = hash(filesIn(nodeSources, settings));
  const built = ['api', 'worker', 'cli'].every((app) =>
    existsSync(join(root, 'apps', app, 'dist/main.js')),
  );
  if (built && stamps().node === sources) return;
  say('Building the API, the worker and the commands ...');
  stamp('node', undefined);
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b']);
  stamp('node', sources);
}

/** Builds the website, when a source of it changed. */
export function ensureWebBuilt() {
  const sources = hash(filesIn(webSources, settings));
  if (existsSync(join(root, 'apps/web/dist/index.html')) && stamps().web === sources) return;
  say('Building the website ...');
  stamp('web', undefined);
  run('npm', ['run', '--silent', 'build', '--workspace', '@tracker/web']);
  stamp('web', sources);
}

export function say(sentence) {
  console.error(sentence);
}

function install() {
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error', '--include', 'dev']);
}

/** Runs a program in the repository. Its output is shown only when it fails. @throws StepFailed */
export function run(command, args) {
  const shell = process.platform === 'win32';
  const env = { ...process.env };
  // A production environment still builds here, and builds need the development packages.
  delete env.NODE_ENV;
  const result = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', shell });
  if (result.signal) process.exit(1);
  if (result.status === 0) return;
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim();
  const reason = result.error ? `${result.error.message}` : output;
  throw new StepFailed(`${reason}\n\nThis step failed: ${[command, ...args].join(' ')}`);
}

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own record of what it has
 * installed. Optional packages may be absent where they are for another system.
 */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const present = readJson(join(root, 'node_modules/.package-lock.json'))?.packages;
  if (!present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return true;
    const found = present[path];
    if (found) return found.version === entry.version && existsSync(join(root, path));
    return entry.optional === true && !isForThisSystem(entry);
  });
}

function isForThisSystem({ os, cpu, libc }) {
  const fits = (list, value) =>
    !list || (!list.includes(`!${value}`) && (list.includes(value) || list.every(isExclusion)));
  const glibc = process.report?.getReport().header.glibcVersionRuntime !== undefined;
  const family = glibc ? 'glibc' : 'musl';
  // Without any restriction it is the part of another optional package, which may be absent too.
  if (!os && !cpu && !libc) return false;
  return (
    fits(os, process.platform) &&
    fits(cpu, process.arch) &&
    (process.platform !== 'linux' || fits(libc, family))
  );
}

function isExclusion(entry) {
  return entry.startsWith('!');
}

function filesIn(folders, files) {
  const found = files.map((file) => join(root, file));
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!leftOut.has(entry.name)) walk(path);
      } else if (!/\.spec\.tsx?$|\.md$/.test(entry.name)) found.push(path);
    }
  };
  for (const folder of folders) walk(join(root, folder));
  return found.sort();
}

function hash(files, words = []) {
  const digest = createHash('sha256');
  for (const word of words) digest.update(`${word}\0`);
  for (const file of files) {
    digest
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return digest.digest('hex');
}

function stamps() {
  return readJson(stampFile) ?? {};
}

function stamp(step, value) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ ...stamps(), [step]: value }));
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
