import { type Day, DEMO_FILLING } from '@tracker/domain';
import { queueDigests, queueVisitMail } from '@tracker/work';
import { writeAs } from '@tracker/data';
import type { DataSource } from 'typeorm';

/** So many visits to come were confirmed lately. */
const CONFIRMED = 6;

/**
 * Writes the mails that would wait in the outbox: what schools are told of the next confirmed visits,
 * and the morning's digests.
 */
export async function queueDemoMails(dataSource: DataSource, today: Day): Promise<void> {
  const visits: { id: string }[] = await dataSource.query(
    `SELECT id FROM visits WHERE status = 'confirmed' AND scheduled_on > $1
     ORDER BY scheduled_on, id LIMIT $2`,
    [today, CONFIRMED],
  );
  await writeAs(dataSource, { kind: 'command', source: DEMO_FILLING }, async (manager) => {
    for (const { id: visitId } of visits) {
      await queueVisitMail(manager, { visitId, change: 'confirmed' });
    }
  });
  await queueDigests(dataSource, today, { nodeEnv: 'development' });
}
