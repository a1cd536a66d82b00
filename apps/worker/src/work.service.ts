import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Clock,
  ENV,
  findUnfinishedRefreshes,
  markAllStale,
  removeLeftovers,
  runRefresh,
  type ServerEnv,
  sweepImports,
} from '@tracker/server';
import type { DataSource } from 'typeorm';

/** What the jobs do. Each can be done twice, by several workers at once, and be cut off anywhere. */
@Injectable()
export class WorkService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: ServerEnv,
    private readonly clock: Clock,
  ) {}

  async refresh(refreshId?: string): Promise<void> {
    await runRefresh(this.dataSource, this.clock.today(), refreshId);
  }

  /** A new day: states and scores depend on it, and what has long been over is taken away. */
  async startNewDay(): Promise<void> {
    await this.dataSource.transaction((manager) => markAllStale(manager));
    await this.refresh();
    await removeLeftovers(this.dataSource);
  }

  /** Runs and undoes what waits in the table of imports, then ranks what that touched. */
  async imports(): Promise<void> {
    const { dataDir } = this.env;
    await sweepImports(this.dataSource, { dataDir, today: this.clock.today() });
    await this.refresh();
  }

  /** Finds the work whose nudge was lost, with Redis or with a worker. */
  async sweep(): Promise<void> {
    await this.imports();
    for (const id of await findUnfinishedRefreshes(this.dataSource)) await this.refresh(id);
  }
}
