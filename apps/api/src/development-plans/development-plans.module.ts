import { Module } from '@nestjs/common';
import { BriefPlansService } from './brief-plans.service';
import { PlanCaptureService } from './documents/capture.service';
import { PlanDecisionService } from './documents/decision.service';
import { PlanDocumentsService } from './documents/documents.service';
import { PlanDocumentsController } from './documents/plan-documents.controller';
import { PlanLooksService } from './plan-looks.service';
import { PlanFiguresController } from './plan-figures.controller';
import { PlanFiguresService } from './plan-figures.service';
import { PlanRoundService } from './plan-round.service';
import { PlanRoundController, PlansController } from './plans.controller';
import { PlansService } from './plans.service';

@Module({
  controllers: [
    ...[PlansController, PlanRoundController, PlanDocumentsController],
    PlanFiguresController,
  ],
  providers: [
    BriefPlansService,
    PlanCaptureService,
    PlanDecisionService,
    PlanDocumentsService,
    PlansService,
    PlanLooksService,
    PlanRoundService,
    PlanFiguresService,
  ],
  exports: [BriefPlansService, PlanDocumentsService, PlanFiguresService, PlanRoundService],
})
export class DevelopmentPlansModule {}
