import type { Day } from '@tracker/domain';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Does what is to be done once a day, whoever asks first: the day is noted in the same transaction,
 * so that neither can be there without the other. Two at one time take turns over the row.
 *
 * @returns whether it was this call that did it
 */
export async function onceADay(
  dataSource: DataSource,
  task: string,
  today: Day,
  work: (manager: EntityManager) => Promise<void>,
): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    // Another day, not a later one: a tracker that was shown a day to come goes on from today.
    const [noted]: unknown[] = await manager.query(
      `INSERT INTO clockwork (task, done_on) VALUES ($1, $2)
       ON CONFLICT (task) DO UPDATE SET done_on = excluded.done_on, done_at = now()
         WHERE clockwork.done_on <> excluded.done_on
       RETURNING task`,
      [task, today],
    );
    if (!noted) return false;
    await work(manager);
    return true;
  });
}
