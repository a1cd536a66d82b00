import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenRules, inventedHub, type PlanLine } from '@tracker/domain';

const MAIN = join(__dirname, '../../dist/main.js');
jest.setTimeout(120_000);

const run = (input: string | Buffer, ...options: string[]) =>
  spawnSync(process.execPath, [MAIN, 'propose-plan', ...options], { input, encoding: 'utf8' });

const problem = inventedHub({ seed: 4, schools: 25, wanted: 6 });

it('prints a plan that keeps the rules, the same twice, and keeps to the plan before', () => {
  const first = run(JSON.stringify(problem));
  expect([first.status, run(JSON.stringify(problem)).stdout]).toEqual([0, first.stdout]);
  const plan = JSON.parse(first.stdout) as PlanLine[];
  expect(plan).toHaveLength(6);
  expect(brokenRules(problem, plan)).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), 'tracker-plan-'));
  try {
    const previous = join(folder, 'plan.json');
    writeFileSync(previous, first.stdout);
    const again = run(JSON.stringify(problem), '--previous', previous, '--full', '--seed', '7');
    const full = JSON.parse(again.stdout) as { visits: PlanLine[]; moved: unknown[] };
    expect(full).toMatchObject({ format: 'visit-plan/1', seed: 7, figures: { visits: 6 } });
    expect(full.visits).toHaveLength(6);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each<[string, string | Buffer, string[], string]>([
  ['no JSON', '{"format":', [], 'the problem: It is no JSON in UTF-8.'],
  ['nothing', '', [], 'the problem: It is no JSON in UTF-8.'],
  ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), [], 'the problem: It is no JSON in UTF-8.'],
  ['a file too large', Buffer.alloc(32_000_001, 32), [], 'the problem: It is larger than 32 MB.'],
  [
    'a visitor named twice, over two lines',
    JSON.stringify({
      ...problem,
      visitors: [0, 1].map(() => ({ ...problem.visitors[0]!, id: 'a\nb' })),
    }),
    [],
    'visitors[1].id: “a b” is there twice.',
  ],
  [
    'no plan before',
    JSON.stringify(problem),
    ['--previous', '/nowhere/plan.json'],
    '--previous: It cannot be read (ENOENT).',
  ],
])('ends with 2 and one line for %s', (_, input, options, line) => {
  const { status, stdout, stderr } = run(input, ...options);
  expect([status, stdout, stderr]).toEqual([2, '', `${line}\n`]);
});
