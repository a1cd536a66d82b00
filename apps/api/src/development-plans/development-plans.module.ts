import { Module } from '@nestjs/common';
import { PlanLooksService } from './plan-looks.service';
import { PlanRoundService } from './plan-round.service';
import { PlanRoundController, PlansController } from './plans.controller';
import { PlansService } from './plans.service';

@Module({
  controllers: [PlansController, PlanRoundController],
  providers: [PlansService, PlanLooksService, PlanRoundService],
  exports: [PlansService],
})
export class DevelopmentPlansModule {}
