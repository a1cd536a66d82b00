import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { benchmarkPlanReading } from './run-plan-reading';

const TODAY = '2026-11-20';
/** Published plans with their right values, where they are at hand. */
const PLANS = resolve(__dirname, '../../../../../shared/data/smdp');
jest.setTimeout(120_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-plans-'));
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  jest.restoreAllMocks();
});

it('writes what was read by file name, and leaves out what cannot be read', async () => {
  const out = join(folder, 'readings.json');
  writeFileSync(
    join(folder, 'hazel.txt'),
    'Music development plan summary: Hazel Lane School\nAcademic year that this summary covers | 2026-27\nName of the school music lead | [name] and [name]\n',
  );
  writeFileSync(join(folder, 'scan.pdf'), '%PDF-1.7 cut off');
  writeFileSync(join(folder, 'notes.csv'), 'a,b');
  await benchmarkPlanReading(folder, out, TODAY);
  const readings = JSON.parse(readFileSync(out, 'utf8')) as Record<string, object>;
  expect(Object.keys(readings)).toEqual(['hazel.txt']);
  expect(readings['hazel.txt']).toMatchObject({
    ...{ schoolName: 'Hazel Lane School', academicYears: ['2026-27'], musicLeadNamed: 2 },
    ...{ hubName: null, nationalPlanListCopied: false },
  });
});

(existsSync(PLANS) ? it : it.skip)('reads published plans nearly without a fault', async () => {
  const out = join(folder, 'published.json');
  await benchmarkPlanReading(PLANS, out, TODAY);
  const scored = spawnSync(
    process.execPath,
    [join(PLANS, 'score.mjs'), join(PLANS, 'right-values.json'), out],
    { encoding: 'utf8' },
  );
  const [, , found, , wrong, invented] = (
    /^all +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)$/m.exec(scored.stdout) ?? []
  ).map(Number);
  expect(found).toBeGreaterThanOrEqual(85);
  expect([wrong, invented]).toEqual([0, 0]);
  expect(scored.status).toBe(0);
});
