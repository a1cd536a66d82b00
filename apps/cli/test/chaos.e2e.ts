import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataDir } from '@tracker/embedded';
import { seeded, spreadChaos } from '../../tools/src/benchmark/chaos/chaos';
import { OwnTracker } from '../../tools/src/benchmark/chaos/own-tracker';

const folder = `${mkdtempSync(join(tmpdir(), 'tracker-chaos-'))}-data`;
let tracker: OwnTracker;
beforeAll(async () => {
  tracker = await OwnTracker.start(openDataDir(folder));
}, 120_000);
afterAll(async () => {
  await tracker?.stop();
  for (const path of [folder, folder.replace(/-data$/, '')])
    rmSync(path, { recursive: true, force: true });
}, 60_000);

it('loses nothing, does nothing twice and answers no 500 over twelve kills at random', async () => {
  const seed = Date.now();
  const plan = { kills: 12, pause: 600, random: seeded(seed), say: () => undefined };
  const report = await spreadChaos(tracker, plan);
  // The seed stands in the failure, so that it can be had again.
  expect({ seed, ...report }).toMatchObject({ seed, lost: 0, doubled: 0, faults: 0 });
  expect(report.saved).toBeGreaterThan(60);
  expect(report.longestGap).toBeLessThan(30);
}, 180_000);
