import { Module } from '@nestjs/common';
import { VisitLifeService } from './visit-life.service';
import { VisitOutcomeService } from './visit-outcome.service';
import { VisitSteps } from './visit-steps';
import { VisitsController } from './visits.controller';
import { VisitsService } from './visits.service';

@Module({
  controllers: [VisitsController],
  providers: [VisitsService, VisitSteps, VisitLifeService, VisitOutcomeService],
  exports: [VisitsService],
})
export class VisitsModule {}
