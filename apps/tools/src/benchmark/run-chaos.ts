import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataDir } from '@tracker/embedded';
import { OperatorError } from '@tracker/process';
import { seeded, spreadChaos } from './chaos/chaos';
import { answersInWords } from './chaos/load';
import { OwnTracker } from './chaos/own-tracker';

const PAUSE_MS = 1_500;

/**
 * Kills the API, the worker, PostgreSQL and Redis of a tracker of its own at random under load.
 *
 * @throws OperatorError when a save was lost or done twice, or a request was answered with a fault
 */
export async function benchmarkChaos(kills: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-chaos-'));
  const dataDir = openDataDir(join(folder, '..', `${folder.split('/').pop()}-data`));
  console.log(`Starting a tracker of its own; seed ${seed} ...`);
  const tracker = await OwnTracker.start(dataDir);
  try {
    const say = (sentence: string) => console.log(sentence);
    const plan = { kills, pause: PAUSE_MS, random: seeded(seed), say };
    const report = await spreadChaos(tracker, plan);
    console.log(
      `Kills: ${Object.entries(report.kills)
        .map(([who, n]) => `${who} ${n}`)
        .join(', ')}`,
    );
    console.log(`Answers: ${answersInWords(report.answers)}`);
    console.log(
      `Saves acknowledged: ${report.saved}; lost: ${report.lost}; doubled: ${report.doubled}`,
    );
    console.log(`Answers of 500: ${report.faults}`);
    console.log(`Longest time without a save: ${report.longestGap.toFixed(1)} s`);
    const wrong = report.lost + report.doubled + report.faults;
    if (wrong > 0)
      throw new OperatorError('Something was lost, done twice or answered with a fault.');
  } finally {
    await tracker.stop();
    for (const path of [folder, dataDir]) rmSync(path, { recursive: true, force: true });
  }
}
