import { Module } from '@nestjs/common';
import { VisitsModule } from '../visits/visits.module';
import { VisitPlanAcceptanceService } from './visit-plan-acceptance.service';
import { VisitPlanLineChangesService } from './visit-plan-line-changes.service';
import { VisitPlanLinesController } from './visit-plan-lines.controller';
import { VisitPlanReadinessService } from './visit-plan-readiness.service';
import { VisitPlanRequestsService } from './visit-plan-requests.service';
import { VisitPlanSendingService } from './visit-plan-sending.service';
import { VisitPlansController } from './visit-plans.controller';
import { VisitPlansService } from './visit-plans.service';

@Module({
  imports: [VisitsModule],
  controllers: [VisitPlansController, VisitPlanLinesController],
  providers: [
    VisitPlansService,
    VisitPlanRequestsService,
    VisitPlanReadinessService,
    VisitPlanSendingService,
    VisitPlanLineChangesService,
    VisitPlanAcceptanceService,
  ],
})
export class VisitPlansModule {}
