import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DeviceReport, HeardDevice } from '@tracker/contract';
import { LIMITS } from '@tracker/domain';
import type { DataSource } from 'typeorm';
import { unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';

const HEAR = `
  INSERT INTO device_reports (user_id, device_id, label, waiting, attention, drafts,
    oldest_finished_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (user_id, device_id) DO UPDATE SET label = excluded.label,
    waiting = excluded.waiting, attention = excluded.attention, drafts = excluded.drafts,
    oldest_finished_at = excluded.oldest_finished_at, heard_at = now()`;

/** Nobody has so many devices: the ones not heard for longest go. */
const BOUND = `
  DELETE FROM device_reports WHERE user_id = $1 AND device_id IN (
    SELECT device_id FROM device_reports WHERE user_id = $1
    ORDER BY heard_at DESC, device_id OFFSET $2)`;

const LIST = `
  SELECT d.device_id AS id, d.user_id AS "userId", u.name AS "userName", d.label, d.waiting,
    d.attention, d.drafts, d.oldest_finished_at AS "oldestFinishedAt", d.heard_at AS "heardAt"
  FROM device_reports d JOIN users u ON u.id = d.user_id
  ORDER BY d.oldest_finished_at NULLS LAST, d.heard_at, d.user_id, d.device_id LIMIT 200`;

/** What devices say of the logs that are still on them. */
@Injectable()
export class DevicesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  list(): Promise<HeardDevice[]> {
    return this.dataSource.query(LIST);
  }

  /** @throws 422 when there are finished logs and it does not say since when, or the other way round */
  async report(userId: string, deviceId: string, report: DeviceReport): Promise<void> {
    const { label, waiting, attention, drafts, oldestFinishedAt = null } = report;
    if (waiting + attention > 0 !== (oldestFinishedAt !== null)) {
      throw unacceptableField(
        'oldestFinishedAt',
        'Say when the oldest log was finished, exactly where one is.',
      );
    }
    await this.transactions.write(async (manager) => {
      if (waiting + attention + drafts === 0) {
        const gone = 'DELETE FROM device_reports WHERE user_id = $1 AND device_id = $2';
        return void (await manager.query(gone, [userId, deviceId]));
      }
      const counts = [waiting, attention, drafts];
      await manager.query(HEAR, [userId, deviceId, label, ...counts, oldestFinishedAt]);
      await manager.query(BOUND, [userId, LIMITS.device.perPerson]);
    });
  }
}
