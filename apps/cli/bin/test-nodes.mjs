/**
 * `npm run test:nodes`: what a version of Node could break, on each that the tracker is said to run on.
 * `npm run test:nodes -- 24` takes that one only. Node comes from the package registry.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import {
  checkNode,
  ensureInstalled,
  ensureNodeBuilt,
  ensureWebBuilt,
  prepare,
  root,
  say,
} from './prepare.mjs';

const NODES = ['20.19', '22', '24'];

/** Programs in C and Rust, processes of our own, streams, compression, dates and the start command. */
const SETS = [
  ['domain'],
  ['web'],
  [
    'server',
    ...['libs/process', 'libs/files', 'libs/embedded', 'libs/data/src/stored-files'],
    'libs/work/src/reports/(reports|what-counts)',
    'apps/api/test/(auth|body-bounds|closing|compressed-lists|edges|exports|imports-bad-input)',
    'apps/api/test/(mail|metrics|reports|request-log|two-processes|visits|web-files)\\.spec',
    'apps/worker',
  ],
  ['browser', 'apps/cli/test/(start|killed-worker|create-user)'],
];

prepare(checkNode, ensureInstalled, ensureNodeBuilt, ensureWebBuilt);
const asked = process.argv.slice(2);
const unknown = asked.find((version) => !NODES.includes(version));
if (unknown !== undefined) {
  say(`Node ${unknown} is none of those that are tested: ${NODES.join(', ')}.`);
  process.exit(1);
}
const failed = NODES.filter((version) => asked.length === 0 || asked.includes(version)).filter(
  (version) => !passes(version),
);
say(failed.length === 0 ? 'All passed.' : `Failed on Node ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

function passes(version) {
  const env = { ...process.env, PATH: [install(version), process.env.PATH].join(delimiter) };
  const took = SETS.map(([project, ...paths]) => {
    say(`Node ${version}: ${project}`);
    // A start that failed leaves servers behind, which Jest would wait for.
    const jest = ['node_modules/jest/bin/jest.js', '--ci', '--forceExit', '--selectProjects'];
    const args = [...jest, project, '--', ...paths];
    return spawnSync('node', args, { cwd: root, env, stdio: 'inherit' }).status;
  });
  return took.every((status) => status === 0);
}

/**
 * Where every account may go: the start command gives the API and the worker one of their own, and
 * what npm keeps for root is closed to it.
 */
function install(version) {
  const folder = join(tmpdir(), 'tracker-nodes', version);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const npm = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder];
  const { status } = spawnSync('npm', [...npm, `node@${version}`], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`Node ${version} could not be installed.`);
  return join(folder, 'node_modules/.bin');
}
