import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { OwnMailSettings } from '@tracker/contract';
import { UserEntity } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { Transactions } from '../http/transactions';

/** Which mails somebody wants for themselves. */
@Injectable()
export class OwnMailService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async get(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<OwnMailSettings> {
    const { dailyDigest } = await manager.findOneByOrFail(UserEntity, { id });
    return { dailyDigest };
  }

  change(id: string, { dailyDigest }: OwnMailSettings): Promise<OwnMailSettings> {
    return this.transactions.write(async (manager) => {
      await manager.update(UserEntity, { id }, { dailyDigest });
      return this.get(id, manager);
    });
  }
}
