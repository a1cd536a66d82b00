import type { EmbeddedService } from '../../embedded/src';

/** What global setup leaves for global teardown: both run in Jest's own process. */
export interface TestRun {
  folders: string[];
  services: EmbeddedService[];
}

const key = Symbol.for('tracker.test-run');
const kept = globalThis as { [key]?: TestRun };

export function keepForTeardown(run: TestRun): void {
  kept[key] = run;
}

export function takeForTeardown(): TestRun | undefined {
  const run = kept[key];
  delete kept[key];
  return run;
}
