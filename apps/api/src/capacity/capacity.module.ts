import { Module } from '@nestjs/common';
import { CapacityController } from './capacity.controller';
import { PlanningWindowsService } from './planning-windows.service';
import { SchoolAvailabilityService } from './school-availability.service';
import { VisitorAbsencesService } from './visitor-absences.service';
import { VisitorCapacityService } from './visitor-capacity.service';

@Module({
  controllers: [CapacityController],
  providers: [
    VisitorCapacityService,
    VisitorAbsencesService,
    PlanningWindowsService,
    SchoolAvailabilityService,
  ],
})
export class CapacityModule {}
