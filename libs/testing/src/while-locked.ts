import type { DataSource } from 'typeorm';

/** Runs `work` while nobody else can use a table: whoever wants to stays at it. */
export async function whileLocked(
  dataSource: DataSource,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const blocker = dataSource.createQueryRunner();
  await blocker.startTransaction();
  try {
    await blocker.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    await work();
  } finally {
    await blocker.rollbackTransaction();
    await blocker.release();
  }
}
