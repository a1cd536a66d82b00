import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts/contacts.module';
import { DevelopmentPlansModule } from '../development-plans/development-plans.module';
import { FollowUpActionsModule } from '../follow-up-actions/follow-up-actions.module';
import { PriorityQueueModule } from '../priority-queue/priority-queue.module';
import { SchoolsModule } from '../schools/schools.module';
import { SurveysModule } from '../surveys/surveys.module';
import { VisitsModule } from '../visits/visits.module';
import { BriefsController } from './briefs.controller';
import { BriefsService } from './briefs.service';

@Module({
  imports: [
    DevelopmentPlansModule,
    SchoolsModule,
    ContactsModule,
    VisitsModule,
    SurveysModule,
    FollowUpActionsModule,
    PriorityQueueModule,
  ],
  controllers: [BriefsController],
  providers: [BriefsService],
  exports: [BriefsService],
})
export class BriefsModule {}
