import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { PriorityRefresh, SignedInUser } from '@tracker/contract';
import { JobQueue, markAllStale, PriorityRefreshEntity } from '@tracker/server';
import type { Repository } from 'typeorm';
import { notFound } from '../http/problem';
import { Transactions } from '../http/transactions';

@Injectable()
export class PriorityRefreshesService {
  constructor(
    @InjectRepository(PriorityRefreshEntity)
    private readonly refreshes: Repository<PriorityRefreshEntity>,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
  ) {}

  /** Asks for the ranking of what is stale, or of every school. */
  async request(user: SignedInUser, all: boolean): Promise<{ id: string }> {
    const answer = await this.transactions.write(async (manager) => {
      const { id } = await manager.save(
        PriorityRefreshEntity,
        manager.create(PriorityRefreshEntity, { allSchools: all, requestedById: user.id }),
      );
      if (all) await markAllStale(manager);
      return { id };
    });
    await this.jobs.nudge('refresh-priority-scores', { refreshId: answer.id });
    return answer;
  }

  /** @throws 404 */
  async get(id: string): Promise<PriorityRefresh> {
    const row = await this.refreshes.findOneBy({ id });
    if (!row) throw notFound('the refresh');
    const { status, schools, changed } = row;
    const startedAt = row.startedAt?.toISOString() ?? null;
    const finishedAt = row.finishedAt?.toISOString() ?? null;
    return { id, status, schools, changed, startedAt, finishedAt };
  }
}
