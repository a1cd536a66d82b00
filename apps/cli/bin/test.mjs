/**
 * `npm test`: everything that is checked, from a bare clone. `npm test -- lint server` takes these
 * steps only. The last line counts: "N passed, N failed".
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkNode,
  ensureInstalled,
  ensureNodeBuilt,
  ensureWebBuilt,
  prepare,
  root,
  say,
  StepFailed,
} from './prepare.mjs';

const tool = (path) => join(root, 'node_modules', path);

/** Runs a tool in the repository, quiet while nothing is wrong. @throws StepFailed with what it said */
const node = (...args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root });
    const output = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => output.push(part));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new StepFailed(`${Buffer.concat(output)}\nThis step failed: ${args.join(' ')}`));
    });
  });

/**
 * Test files at a time: a walk waits as often as it works, so one more than there are processors.
 * More than four would be too much for one Redis.
 */
const workers = Math.min(availableParallelism() + 1, 4);

const steps = {
  lint: ['Lint and format', checked(lint)],
  types: ['Types and build', checked(types)],
  domain: ['Rules of the domain', () => jest('domain')],
  web: ['Rules of the screens', () => jest('web')],
  server: ['Server, API and commands on real PostgreSQL and Redis', server],
  browser: ['The start command, and walks in a real browser', browser],
};

/** Steps of one line run beside each other: each has work for one processor only. */
const TURNS = [['lint', 'types'], ['domain', 'web'], ['server'], ['browser']];

prepare(checkNode, ensureInstalled);
const chosen = chooseSteps(process.argv.slice(2));
const results = [];
for (const turn of TURNS) {
  const names = turn.filter((name) => chosen.includes(name));
  results.push(...(await Promise.all(names.map(take))));
}
process.exitCode = summarise(results);

async function take(name) {
  const [title, step] = steps[name];
  console.log(`\n=== ${title} ===\n`);
  const startedAt = Date.now();
  const counts = await step();
  return { title, ...counts, seconds: (Date.now() - startedAt) / 1000 };
}

function chooseSteps(names) {
  const unknown = names.find((name) => !(name in steps));
  if (unknown !== undefined) {
    say(`"${unknown}" is no step of the tests. They are ${Object.keys(steps).join(', ')}.`);
    process.exit(1);
  }
  return Object.keys(steps).filter((name) => names.length === 0 || names.includes(name));
}

async function lint() {
  await node(tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0');
  // What nobody uses, and packages nobody declares.
  await node(tool('knip/bin/knip.js'), '--no-progress');
  await node(tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.');
}

async function types() {
  await node(tool('typescript/bin/tsc'), '-b');
  // The build leaves tests out.
  await node(tool('typescript/bin/tsc'), '-p', 'libs/testing');
  // The website, its rules and its walks at once: most of the time goes into its packages' types.
  await node(tool('typescript/bin/tsc'), '-p', 'apps/web/e2e');
  // What needs types, which are there now: circles of imports, promises nobody waits for.
  await node(tool('oxlint/bin/oxlint'), '--type-aware');
  ensureWebBuilt();
}

/** Processes of their own, and what sets the tests up, run what is built. */
async function server() {
  const built = await checked(ensureNodeBuilt)();
  return built.failed > 0 ? built : jest('server');
}

/** The browser walks the tracker as it is served, so it must be built. */
async function browser() {
  const built = await checked(() => {
    ensureNodeBuilt();
    ensureWebBuilt();
  })();
  return built.failed > 0 ? built : jest('browser');
}

/** A step that is one check: it passes or shows why not. */
function checked(step) {
  return async () => {
    try {
      await step();
      return { passed: 1, failed: 0, skipped: 0 };
    } catch (error) {
      console.error(error.message);
      return { passed: 0, failed: 1, skipped: 0 };
    }
  };
}

function jest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-results-'));
  const report = join(folder, 'results.json');
  const args = ['--selectProjects', project, '--ci', `--maxWorkers=${workers}`];
  args.push('--json', `--outputFile=${report}`);
  const { status } = spawnSync(process.execPath, [tool('jest/bin/jest.js'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  try {
    const found = JSON.parse(readFileSync(report, 'utf8'));
    const broken = found.numRuntimeErrorTestSuites;
    const failed = found.numFailedTests + broken;
    return {
      passed: found.numPassedTests,
      // Jest can fail as a whole (a teardown, say) although every test has passed.
      failed: status === 0 ? failed : Math.max(failed, 1),
      skipped: found.numPendingTests + found.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function summarise(results) {
  console.log('\n=== Summary ===\n');
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { title, passed, failed, skipped, seconds } of results) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    const mark = failed > 0 ? 'FAILED' : 'passed';
    console.log(
      `${mark}  ${title}: ${counted({ passed, failed, skipped })} in ${seconds.toFixed(0)} s`,
    );
  }
  console.log(`\n${counted(total)}`);
  return total.failed > 0 ? 1 : 0;
}

function counted({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
