import { Module } from '@nestjs/common';
import { VisitCorrectionService } from './visit-correction.service';
import { VisitHistoryService } from './visit-history.service';
import { VisitLifeService } from './visit-life.service';
import { VisitOutcomeService } from './visit-outcome.service';
import { VisitTakingBackController } from './visit-taking-back.controller';
import { VisitToSchoolService } from './visit-to-school.service';
import { VisitVoidService } from './visit-void.service';
import { VisitSteps } from './visit-steps';
import { VisitWarningsService } from './visit-warnings.service';
import { VisitsController } from './visits.controller';
import { VisitsService } from './visits.service';

@Module({
  controllers: [VisitsController, VisitTakingBackController],
  providers: [
    VisitsService,
    VisitSteps,
    VisitLifeService,
    VisitOutcomeService,
    VisitCorrectionService,
    VisitVoidService,
    VisitToSchoolService,
    VisitWarningsService,
    VisitHistoryService,
  ],
  exports: [VisitsService, VisitLifeService],
})
export class VisitsModule {}
