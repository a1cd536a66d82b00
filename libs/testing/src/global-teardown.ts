import { rmSync } from 'node:fs';
import { dropTestDatabases } from './test-run-databases';
import { takeForTeardown } from './test-run';

/** Ends what global setup started and removes its folders, whether the tests passed or failed. */
export default async function teardown(): Promise<void> {
  const run = takeForTeardown();
  if (!run) return;
  await dropTestDatabases();
  for (const service of run.services) await service.stop();
  for (const folder of run.folders) rmSync(folder, { recursive: true, force: true });
}
