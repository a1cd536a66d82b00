import { Module } from '@nestjs/common';
import { DayOffersModule } from '../day-offers/day-offers.module';
import { DevelopmentPlansModule } from '../development-plans/development-plans.module';
import { FollowUpActionsModule } from '../follow-up-actions/follow-up-actions.module';
import { ImportsModule } from '../imports/imports.module';
import { PriorityQueueModule } from '../priority-queue/priority-queue.module';
import { SchoolsModule } from '../schools/schools.module';
import { VisitCyclesModule } from '../visit-cycles/visit-cycles.module';
import { VisitsModule } from '../visits/visits.module';
import { SetUpService } from './set-up.service';
import { TodayCounts } from './today-counts.service';
import { TodayStanding } from './today-standing.service';
import { TodayController } from './today.controller';
import { TodayService } from './today.service';

@Module({
  imports: [
    DayOffersModule,
    DevelopmentPlansModule,
    SchoolsModule,
    VisitCyclesModule,
    VisitsModule,
    FollowUpActionsModule,
    ImportsModule,
    PriorityQueueModule,
  ],
  controllers: [TodayController],
  providers: [TodayService, SetUpService, TodayCounts, TodayStanding],
})
export class TodayModule {}
