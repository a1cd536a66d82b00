import { Module } from '@nestjs/common';
import { VisitPlanLinesController } from './visit-plan-lines.controller';
import { VisitPlanReadinessService } from './visit-plan-readiness.service';
import { VisitPlanRequestsService } from './visit-plan-requests.service';
import { VisitPlanSendingService } from './visit-plan-sending.service';
import { VisitPlansController } from './visit-plans.controller';
import { VisitPlansService } from './visit-plans.service';

@Module({
  controllers: [VisitPlansController, VisitPlanLinesController],
  providers: [
    VisitPlansService,
    VisitPlanRequestsService,
    VisitPlanReadinessService,
    VisitPlanSendingService,
  ],
})
export class VisitPlansModule {}
