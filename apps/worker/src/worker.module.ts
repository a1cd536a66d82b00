import { type DynamicModule, Module } from '@nestjs/common';
import type { ServerEnv } from '@tracker/process';
import { ServerModule } from '@tracker/work';
import { ScheduleService } from './schedule.service';
import { TrackerProcessor } from './tracker.processor';
import { WorkService } from './work.service';

@Module({})
export class WorkerModule {
  static forRoot(env: ServerEnv): DynamicModule {
    return {
      module: WorkerModule,
      imports: [ServerModule.forRoot(env, 'worker')],
      providers: [WorkService, TrackerProcessor, ScheduleService],
    };
  }
}
