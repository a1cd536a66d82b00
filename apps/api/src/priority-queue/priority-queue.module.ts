import { Module } from '@nestjs/common';
import { PriorityQueueController, PriorityRefreshesController } from './priority-queue.controller';
import { PriorityQueueService } from './priority-queue.service';
import { PriorityRefreshesService } from './priority-refreshes.service';
import { QueueHoldsService } from './queue-holds.service';

@Module({
  controllers: [PriorityQueueController, PriorityRefreshesController],
  providers: [PriorityQueueService, PriorityRefreshesService, QueueHoldsService],
  exports: [PriorityQueueService],
})
export class PriorityQueueModule {}
