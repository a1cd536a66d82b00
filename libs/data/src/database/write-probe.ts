import type { DataSource } from 'typeorm';
import { type DatabaseOutage, outageOf } from './outage';

// A megabyte in a table that is never there for anybody: it takes room on the disk, needs no table
// of ours and leaves nothing behind.
const TAKE_ROOM = `
  CREATE TEMPORARY TABLE room_probe ON COMMIT DROP AS
  SELECT repeat('x', 2000) AS filler FROM generate_series(1, 500)`;

/** Whether PostgreSQL takes writes, without writing: false on a standby, too. */
export async function takesWrites(dataSource: DataSource): Promise<boolean> {
  const [{ readOnly }]: [{ readOnly: string }] = await dataSource.query(
    `SELECT current_setting('transaction_read_only') AS "readOnly"`,
  );
  return readOnly === 'off';
}

/** Whether there is room to write, found out by writing; null when there is. */
export async function probeRoom(dataSource: DataSource): Promise<DatabaseOutage | null> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(TAKE_ROOM);
    return null;
  } catch (error) {
    // A role that may not make temporary tables finds out nothing.
    return outageOf(error);
  } finally {
    await runner.rollbackTransaction().catch(() => undefined);
    await runner.release().catch(() => undefined);
  }
}

interface Pool {
  idleCount: number;
  connect(): Promise<{ release(destroy?: boolean): void }>;
}

/**
 * Ends the connections that nobody uses at this moment. After a failover they may lead to a server
 * that is read-only for good, while a new one finds the primary.
 */
export async function renewConnections(dataSource: DataSource): Promise<void> {
  const { master } = dataSource.driver as unknown as { master?: Pool };
  if (!master) return;
  const idle = Array.from({ length: master.idleCount }, () => master.connect());
  for (const client of await Promise.allSettled(idle)) {
    if (client.status === 'fulfilled') client.value.release(true);
  }
}
