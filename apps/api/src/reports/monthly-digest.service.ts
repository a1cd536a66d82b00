import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { MonthlyDigest } from '@tracker/contract';
import { getHubSettings, SettingEntity, sql, statement, UserEntity } from '@tracker/data';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { conflict, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import type { MonthlyDigestDto } from './monthly-digest.dto';

const KEY = 'monthlyDigest';

const LOCK_SETTINGS = statement(
  'reports.lock-settings',
  () => sql`LOCK TABLE settings IN SHARE ROW EXCLUSIVE MODE`,
);

/** Who gets the month's figures by mail. */
@Injectable()
export class MonthlyDigestService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async get(manager: EntityManager = this.dataSource.manager): Promise<MonthlyDigest> {
    const row = await manager.findOneBy(SettingEntity, { key: KEY });
    // With its version, of one moment.
    const stored = row?.value as Omit<MonthlyDigest, 'version'> | undefined;
    const { on, userIds } = stored ?? (await getHubSettings(manager)).monthlyDigest;
    return { version: row?.version ?? 0, on, userIds };
  }

  /** @throws 409 overtaken; 422 nobody to send it to, or somebody without an account in use */
  save({ version, on, userIds }: MonthlyDigestDto): Promise<MonthlyDigest> {
    if (on && userIds.length === 0) {
      throw unacceptableField('userIds', 'Choose who gets the email, or switch it off.');
    }
    return this.transactions.write(async (manager) => {
      await LOCK_SETTINGS.run(manager);
      const current = await this.get(manager);
      if (current.version !== version) {
        throw conflict(
          'Someone else has changed who gets the email. Compare both versions and choose.',
          current,
        );
      }
      // Somebody who has left since stays until they are taken off, and gets nothing.
      const added = userIds.filter((id) => !current.userIds.includes(id));
      const known = await manager.countBy(UserEntity, { id: In(added), active: true });
      if (known !== added.length) {
        throw unacceptableField('userIds', 'Only people with an account in use can get the email.');
      }
      const present = await manager.findOneBy(SettingEntity, { key: KEY });
      const row = present ?? manager.create(SettingEntity, { key: KEY });
      await manager.save(SettingEntity, Object.assign(row, { value: { on, userIds } }));
      return this.get(manager);
    });
  }
}
