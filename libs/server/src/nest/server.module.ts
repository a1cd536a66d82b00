import { BullModule } from '@nestjs/bull';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from '../database';
import type { ServerEnv } from '../env';
import { JobQueue, TRACKER_QUEUE } from '../queues';
import { Clock, ENV } from './clock';

/** What the API and the worker both stand on: environment, clock, PostgreSQL and the queue. */
@Module({})
export class ServerModule {
  /** @param process its name in the audit trail, for what it writes of its own accord */
  static forRoot(env: ServerEnv, process: string): DynamicModule {
    return {
      module: ServerModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(env.databaseUrl, undefined, { kind: 'job', source: process }),
          retryAttempts: 20,
          retryDelay: 1_000,
        }),
        BullModule.forRoot({
          url: env.redisUrl,
          // A command waits for Redis to come back instead of failing; nobody waits for the command.
          redis: { maxRetriesPerRequest: null, enableReadyCheck: false, connectTimeout: 5_000 },
          settings: { lockDuration: 60_000, stalledInterval: 30_000, maxStalledCount: 5 },
        }),
        BullModule.registerQueue({ name: TRACKER_QUEUE }),
      ],
      providers: [{ provide: ENV, useValue: env }, Clock, JobQueue],
      exports: [ENV, Clock, JobQueue, BullModule, TypeOrmModule],
    };
  }
}
