import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '@tracker/process';
import { countAnswers } from './permission-answers';

const ROOT = join(__dirname, '../../../..');
const JEST = join(ROOT, 'node_modules/jest/bin/jest.js');
const WALK = 'apps/api/test/permissions.spec.ts';

/**
 * Runs the test that walks every route as every role at schools of every kind of region, and prints
 * how many answers there were and how many the table does not give.
 *
 * @throws OperatorError when one was wrong, or in an installation without the tests
 */
export function checkPermissions(): void {
  if (!existsSync(JEST) || !existsSync(join(ROOT, WALK))) {
    throw new OperatorError('The walk over the routes is a test, and this installation has none.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'tracker-permissions-'));
  const report = join(folder, 'results.json');
  try {
    const args = [WALK, '--selectProjects', 'server', '--json', `--outputFile=${report}`];
    const { status, stderr } = spawnSync(process.execPath, [JEST, ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (!existsSync(report)) throw new OperatorError(`The walk could not begin: ${stderr}`);
    const { routes, roles, places, answers, wrong } = countAnswers(
      JSON.parse(readFileSync(report, 'utf8')),
    );
    console.log(
      `Routes: ${routes.length}; roles: ${roles.join(', ')}; regions: ${places.join(', ')}`,
    );
    console.log(`Answers: ${answers} of ${routes.length * roles.length * places.length}`);
    console.log(`Wrong answers: ${wrong.length}`);
    for (const title of wrong) console.log(`  ${title}`);
    const complete = answers > 0 && answers === routes.length * roles.length * places.length;
    if (wrong.length > 0 || status !== 0 || !complete) {
      throw new OperatorError(`The walk did not pass.\n${status === 0 ? '' : stderr}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
