import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Readiness } from '@tracker/contract';
import { JobQueue } from '@tracker/server';
import type { DataSource } from 'typeorm';

const STALE = `
  SELECT count(*)::int AS waiting,
    floor(extract(epoch FROM now() - min(since)))::int AS "oldestSeconds"
  FROM stale_scores`;

@Injectable()
export class HealthService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly jobs: JobQueue,
  ) {}

  /** What works at this moment. `queue` counts the schools that wait to be ranked. */
  async readiness(): Promise<Readiness> {
    const [database, redisUp] = await Promise.all([this.database(), this.jobs.isUp()]);
    const redis = redisUp ? 'up' : 'down';
    if (!database) {
      const queue = { waiting: null, oldestSeconds: null };
      return { status: 'down', postgres: 'down', redis, migrations: 'unknown', queue };
    }
    const { migrations, queue } = database;
    if (migrations === 'pending')
      return { status: 'down', postgres: 'up', redis, migrations, queue };
    return { status: redisUp ? 'ready' : 'degraded', postgres: 'up', redis, migrations, queue };
  }

  private async database(): Promise<Pick<Readiness, 'migrations' | 'queue'> | null> {
    try {
      const [applied]: { count: number }[] = await this.dataSource.query(
        'SELECT count(*)::int AS count FROM migrations',
      );
      const pending = (applied?.count ?? 0) < this.dataSource.migrations.length;
      const [queue]: Readiness['queue'][] = await this.dataSource.query(STALE);
      return {
        migrations: pending ? 'pending' : 'applied',
        queue: queue ?? { waiting: null, oldestSeconds: null },
      };
    } catch {
      return null;
    }
  }
}
