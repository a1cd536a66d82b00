import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PriorityRefresh, REFRESH_LIST, SignedInUser } from '@tracker/contract';
import { JobQueue, stopRefresh } from '@tracker/work';
import { markAllStale, PriorityRefreshEntity } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { asStored, pageOfList } from '../http/list-statement';
import { refusing } from '../http/refusing';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { getRefresh, REFRESH_CONDITIONS, SELECT_REFRESH } from './refresh-list';

@Injectable()
export class PriorityRefreshesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
  ) {}

  list(query: ListQuery<typeof REFRESH_LIST>): Promise<Page<PriorityRefresh>> {
    const conditions = addFilters(new SqlConditions(), REFRESH_CONDITIONS, query.filter);
    const { order } = query;
    const statement = {
      select: SELECT_REFRESH,
      conditions,
      order,
      rows: asStored<PriorityRefresh>,
    };
    return pageOfList(this.dataSource, statement, query);
  }

  /** Asks for the ranking of what is stale, or of every school. */
  async request(user: SignedInUser, all: boolean): Promise<{ id: string }> {
    const answer = await this.transactions.write(async (manager) => {
      const { id } = await manager.save(
        PriorityRefreshEntity,
        manager.create(PriorityRefreshEntity, { allSchools: all, requestedById: user.id }),
      );
      if (all) await markAllStale(manager, id);
      return { id };
    });
    await this.jobs.nudge('refresh-priority-scores', { refreshId: answer.id });
    return answer;
  }

  /** @throws 404 */
  get(id: string): Promise<PriorityRefresh> {
    return getRefresh(this.dataSource.manager, id);
  }

  /** @throws 404; 409 when it has ended */
  async stop(id: string, user: SignedInUser): Promise<PriorityRefresh> {
    const stopped = await this.transactions.write(async (manager) => {
      await getRefresh(manager, id);
      await refusing(() => stopRefresh(manager, id, user.name));
      return getRefresh(manager, id);
    });
    // What changed meanwhile does not wait for the next minute.
    await this.jobs.nudge('refresh-priority-scores', {});
    return stopped;
  }
}
