import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DeviceReport, HeardDevice } from '@tracker/contract';
import { LIMITS } from '@tracker/domain';
import { shared, sql, statement } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';

const HEAR = statement(
  'devices.hear',
  (userId: string, deviceId: string, { oldestFinishedAt = null, ...said }: DeviceReport) => sql`
  INSERT INTO device_reports (user_id, device_id, label, waiting, attention, drafts,
    oldest_finished_at)
  VALUES (${userId}, ${deviceId}, ${said.label}, ${said.waiting}, ${said.attention},
    ${said.drafts}, ${oldestFinishedAt})
  ON CONFLICT (user_id, device_id) DO UPDATE SET label = excluded.label,
    waiting = excluded.waiting, attention = excluded.attention, drafts = excluded.drafts,
    oldest_finished_at = excluded.oldest_finished_at, heard_at = now()`,
);

/** Nobody has so many devices: the ones not heard for longest go. */
const BOUND = statement('devices.bound', (userId: string, most: number) => {
  const id = shared(userId);
  return sql`
  DELETE FROM device_reports WHERE user_id = ${id} AND device_id IN (
    SELECT device_id FROM device_reports WHERE user_id = ${id}
    ORDER BY heard_at DESC, device_id OFFSET ${most})`;
});

const FORGET = statement(
  'devices.forget',
  (userId: string, deviceId: string) =>
    sql`DELETE FROM device_reports WHERE user_id = ${userId} AND device_id = ${deviceId}`,
);

const LIST = statement(
  'devices.list',
  () => sql<HeardDevice>`
  SELECT d.device_id AS id, d.user_id AS "userId", u.name AS "userName", d.label, d.waiting,
    d.attention, d.drafts, d.oldest_finished_at AS "oldestFinishedAt", d.heard_at AS "heardAt"
  FROM device_reports d JOIN users u ON u.id = d.user_id
  ORDER BY d.oldest_finished_at NULLS LAST, d.heard_at, d.user_id, d.device_id LIMIT 200`,
);

/** What devices say of the logs that are still on them. */
@Injectable()
export class DevicesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  list(): Promise<HeardDevice[]> {
    return LIST.rows(this.dataSource);
  }

  /** @throws 422 when there are finished logs and it does not say since when, or the other way round */
  async report(userId: string, deviceId: string, report: DeviceReport): Promise<void> {
    const { waiting, attention, drafts, oldestFinishedAt = null } = report;
    if (waiting + attention > 0 !== (oldestFinishedAt !== null)) {
      throw unacceptableField(
        'oldestFinishedAt',
        'Say when the oldest log was finished, exactly where one is.',
      );
    }
    await this.transactions.write(async (manager) => {
      if (waiting + attention + drafts === 0) {
        return void (await FORGET.run(manager, userId, deviceId));
      }
      await HEAR.run(manager, userId, deviceId, report);
      await BOUND.run(manager, userId, LIMITS.device.perPerson);
    });
  }
}
