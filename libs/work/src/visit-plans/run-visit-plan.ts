import {
  type Actor,
  inLongTransaction,
  isPassing,
  refreshLinesOfPlan,
  RowProgress,
  tryLock,
  VisitPlanEntity,
  writeAs,
} from '@tracker/data';
import { ReadingBusyError, UnreadableFileError } from '@tracker/files';
import type { DataSource } from 'typeorm';
import { MOST_ATTEMPTS } from '../imports/attempts';
import { findPlan } from './find-plan';
import { CLAIM, FAIL, GIVE_BACK } from './visit-plan.queries';
import { writeVisitPlan } from './write-visit-plan';

const FAULT_OF_OURS =
  'Making the plan stopped because of a fault in the tracker. The log of the server says more.';
const TOO_OFTEN = 'The plan was begun three times and broke off each time. Plan some regions only.';

/**
 * Makes a plan that waits, or one that was left by a process that died. Of several processes one makes it; the others
 * pass. One that is made or failed already is left as it is.
 *
 * @returns whether this call dealt with it
 * @throws what PostgreSQL failed with when that is of the moment and ReadingBusyError (the plan waits on), and faults
 *   of ours, after marking the plan failed
 */
export async function runVisitPlan(dataSource: DataSource, planId: string): Promise<boolean> {
  const plan = await dataSource.getRepository(VisitPlanEntity).findOneBy({ id: planId });
  if (!plan) return false;
  const actor: Actor = { kind: 'job', userId: plan.madeById, source: 'visit-plans' };
  try {
    const isMine = await inLongTransaction(dataSource, 'REPEATABLE READ', async (manager) => {
      // The lock goes with the connection: a process that dies holds up nobody.
      if (!(await tryLock(manager, 'visitPlan', planId))) return false;
      const attempt = (await writeAs(dataSource, actor, (own) => CLAIM.row(own, planId)))?.attempts;
      if (attempt === undefined) return false;
      if (attempt > MOST_ATTEMPTS) throw new UnreadableFileError(TOO_OFTEN);
      const progress = new RowProgress(dataSource, {
        ...{ table: 'visit_plans', id: planId, endsAt: 99 },
      });
      const found = await findPlan(manager, plan, (share) => progress.reached(share));
      await progress.settle();
      await writeAs(dataSource, actor, (own) => writeVisitPlan(own, plan, attempt, found));
      return true;
    });
    // A visit that was booked while the lines were written saw none of them.
    if (isMine) await writeAs(dataSource, actor, (own) => refreshLinesOfPlan(own, planId));
    return isMine;
  } catch (error) {
    if (error instanceof ReadingBusyError) {
      await writeAs(dataSource, actor, (own) => GIVE_BACK.run(own, planId));
      throw error;
    }
    if (isPassing(error)) throw error;
    const foreseen = error instanceof UnreadableFileError;
    const message = foreseen ? error.message : FAULT_OF_OURS;
    await writeAs(dataSource, actor, (own) => FAIL.run(own, planId, message));
    if (!foreseen) throw error;
    return true;
  }
}
