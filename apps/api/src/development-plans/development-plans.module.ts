import { Module } from '@nestjs/common';
import { BriefPlansService } from './brief-plans.service';
import { PlanLooksService } from './plan-looks.service';
import { PlanRoundService } from './plan-round.service';
import { PlanRoundController, PlansController } from './plans.controller';
import { PlansService } from './plans.service';

@Module({
  controllers: [PlansController, PlanRoundController],
  providers: [BriefPlansService, PlansService, PlanLooksService, PlanRoundService],
  exports: [BriefPlansService, PlanRoundService],
})
export class DevelopmentPlansModule {}
