import { refreshAllLines } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { runVisitPlan } from './run-visit-plan';
import { WAITING } from './visit-plan.queries';

/**
 * Makes the plans that wait, oldest first, and those that were left by a process that died. The table is the truth, so
 * this is right to call after every nudge and every minute besides. Lines that something speaks against are found
 * again.
 *
 * @returns how many were dealt with
 * @throws the first error that is not the plan's, after the rest was done
 */
export async function sweepVisitPlans(dataSource: DataSource): Promise<number> {
  const seen: string[] = [];
  let made = 0;
  let fault: unknown;
  for (;;) {
    const next = await WAITING.row(dataSource, seen);
    if (!next) break;
    seen.push(next.id);
    try {
      if (await runVisitPlan(dataSource, next.id)) made += 1;
    } catch (error) {
      fault ??= error;
    }
  }
  await dataSource.transaction((manager) => refreshAllLines(manager));
  if (fault !== undefined) throw fault;
  return made;
}
