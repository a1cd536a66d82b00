import { Module } from '@nestjs/common';
import { TargetsModule } from '../targets/targets.module';
import { BusyCalendarController } from './busy-calendar.controller';
import { BusyCalendarService } from './busy-calendar.service';
import { CapacityController } from './capacity.controller';
import { PlanningWindowsService } from './planning-windows.service';
import { SchoolAvailabilityService } from './school-availability.service';
import { VisitorAbsencesService } from './visitor-absences.service';
import { VisitorCapacityService } from './visitor-capacity.service';
import { VisitorsTimeService } from './visitors-time.service';

@Module({
  imports: [TargetsModule],
  controllers: [CapacityController, BusyCalendarController],
  providers: [
    VisitorCapacityService,
    VisitorAbsencesService,
    PlanningWindowsService,
    SchoolAvailabilityService,
    VisitorsTimeService,
    BusyCalendarService,
  ],
  exports: [SchoolAvailabilityService],
})
export class CapacityModule {}
