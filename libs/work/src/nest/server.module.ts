import { BullModule } from '@nestjs/bull';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { dataSourceOptions, NewerSchemaError, refuseNewerSchema } from '@tracker/data';
import type { ServerEnv } from '@tracker/process';
import { Metrics, MetricsServer } from '../metrics';
import { JobQueue, TRACKER_QUEUE } from '../queues';
import { Clock, ENV } from './clock';
import { SlowStatements } from './slow-statements';

/** Before anything else is asked of the database. @throws NewerSchemaError */
async function connectToKnownSchema(options?: DataSourceOptions): Promise<DataSource> {
  const dataSource = await new DataSource(options as DataSourceOptions).initialize();
  try {
    await refuseNewerSchema(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** What the API and the worker both stand on: environment, clock, PostgreSQL and the queue. */
@Module({})
export class ServerModule {
  /** @param process its name in the audit trail, for what it writes of its own accord */
  static forRoot(env: ServerEnv, process: string): DynamicModule {
    const metrics = new Metrics();
    return {
      module: ServerModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            ...dataSourceOptions(
              env.databaseUrl,
              undefined,
              { kind: 'job', source: process },
              env.preparedStatements,
            ),
            maxQueryExecutionTime: env.slowQueryMs,
            logger: new SlowStatements(() => metrics.slowStatement()),
            retryAttempts: 20,
            retryDelay: 1_000,
            toRetry: (error: unknown) => !(error instanceof NewerSchemaError),
          }),
          dataSourceFactory: connectToKnownSchema,
        }),
        BullModule.forRoot({
          url: env.redisUrl,
          // A command waits for Redis to come back instead of failing; nobody waits for the command.
          redis: { maxRetriesPerRequest: null, enableReadyCheck: false, connectTimeout: 5_000 },
          settings: { lockDuration: 60_000, stalledInterval: 30_000, maxStalledCount: 5 },
        }),
        BullModule.registerQueue({ name: TRACKER_QUEUE }),
      ],
      providers: [
        { provide: ENV, useValue: env },
        { provide: Metrics, useValue: metrics },
        Clock,
        JobQueue,
        MetricsServer,
      ],
      exports: [ENV, Clock, JobQueue, Metrics, MetricsServer, BullModule, TypeOrmModule],
    };
  }
}
