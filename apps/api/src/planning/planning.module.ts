import { Module } from '@nestjs/common';
import { BestDaysController } from './best-days.controller';
import { BestDaysService } from './best-days.service';
import { PlanningController } from './planning.controller';
import { PlanningService } from './planning.service';
import { RefillService } from './refill.service';

@Module({
  controllers: [PlanningController, BestDaysController],
  providers: [PlanningService, BestDaysService, RefillService],
  exports: [BestDaysService],
})
export class PlanningModule {}
