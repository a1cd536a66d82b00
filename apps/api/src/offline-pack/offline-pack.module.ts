import { Module } from '@nestjs/common';
import { DevelopmentPlansModule } from '../development-plans/development-plans.module';
import { OutcomeTagsModule } from '../outcome-tags/outcome-tags';
import { SchoolsModule } from '../schools/schools.module';
import { SurveysModule } from '../surveys/surveys.module';
import { VisitsModule } from '../visits/visits.module';
import { OfflinePackController } from './offline-pack.controller';
import { OfflinePackService } from './offline-pack.service';

@Module({
  imports: [DevelopmentPlansModule, OutcomeTagsModule, SchoolsModule, SurveysModule, VisitsModule],
  controllers: [OfflinePackController],
  providers: [OfflinePackService],
})
export class OfflinePackModule {}
