/**
 * `npm run dev`: the tracker while it is being changed. Screens are served with hot reload on port
 * 5173; the API and the worker are built on each change and started again.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import {
  checkNode,
  ensureInstalled,
  ensureNodeBuilt,
  ensureWebBuilt,
  prepare,
  root,
  say,
} from './prepare.mjs';

const BUILT = [
  'libs/domain',
  'libs/contract',
  'libs/process',
  'libs/files',
  'libs/data',
  'libs/work',
  'apps/api',
  'apps/worker',
];
/** A build writes many files; the restart waits for the last one. */
const SETTLED_MS = 700;

// The API serves a built website too, and says so at its start.
prepare(checkNode, ensureInstalled, ensureNodeBuilt, ensureWebBuilt);

const port = process.env.PORT ?? '3000';
const node = (path, args, env = {}) =>
  spawn(process.execPath, [join(root, path), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });

const tracker = node('apps/cli/dist/main.js', ['start']);
const helpers = [
  node('node_modules/typescript/bin/tsc', ['-b', '--watch', '--preserveWatchOutput']),
  node('node_modules/vite/bin/vite.js', ['apps/web'], {
    API_ADDRESS: `http://127.0.0.1:${port}`,
  }),
];

let timer;
for (const name of BUILT) {
  const folder = join(root, name, 'dist');
  mkdirSync(folder, { recursive: true });
  watch(folder, { recursive: true }, (_event, file) => {
    if (!file?.endsWith('.js')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      say('Built; starting the API and the worker again ...');
      tracker.kill('SIGUSR2');
    }, SETTLED_MS);
  });
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    helpers.forEach((helper) => helper.kill());
    tracker.kill('SIGTERM');
  });
}
tracker.on('exit', (code) => {
  helpers.forEach((helper) => helper.kill());
  process.exit(code ?? 0);
});
