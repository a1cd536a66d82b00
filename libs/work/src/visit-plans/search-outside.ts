import type { PlanInFull } from '@tracker/domain';
import { type OutsideLimits, outsideTask, streamOutside } from '@tracker/files';
import type { PlanFound, PlanToSearch } from './search-task';

const SEARCH = outsideTask<PlanToSearch, PlanFound>(require.resolve('./search-task'), 'searchTask');

/** Two thousand schools take some 20 seconds and 250 MB. */
const LIMITS: OutsideLimits = {
  cpuSeconds: 120,
  seconds: 1_200,
  heapMegabytes: 400,
  megabytes: 512,
  sentences: {
    time: 'The search took too long, so it was stopped. Plan some regions only.',
    memory: 'The search took too much memory, so it was stopped. Plan some regions only.',
  },
};

/**
 * Searches for a plan in a process of its own.
 *
 * @param reached told the share that is done, 0 to 1
 * @throws UnreadableFileError when it passes a limit; ReadingBusyError when too much is under way
 */
export async function searchOutside(
  toSearch: PlanToSearch,
  reached: (share: number) => void,
): Promise<PlanInFull> {
  for await (const found of streamOutside(SEARCH, toSearch, LIMITS)) {
    if ('plan' in found) return found.plan;
    reached(found.share);
  }
  throw new Error('The search gave no plan.');
}
