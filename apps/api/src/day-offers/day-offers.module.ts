import { Module } from '@nestjs/common';
import { CapacityModule } from '../capacity/capacity.module';
import { PlanningModule } from '../planning/planning.module';
import { VisitsModule } from '../visits/visits.module';
import { AgreedVisitService } from './agreed-visit.service';
import { BookedDaysService } from './booked-days.service';
import { DayOffersController } from './day-offers.controller';
import { DayOffersService } from './day-offers.service';
import { LinkDoor } from './link-door';
import { OfferedDaysService } from './offered-days.service';
import { OfferPreviewService } from './offer-preview.service';
import { SchoolLinksController } from './school-links.controller';

@Module({
  imports: [VisitsModule, PlanningModule, CapacityModule],
  controllers: [DayOffersController, SchoolLinksController],
  providers: [
    DayOffersService,
    OfferPreviewService,
    OfferedDaysService,
    AgreedVisitService,
    BookedDaysService,
    LinkDoor,
  ],
  exports: [DayOffersService],
})
export class DayOffersModule {}
