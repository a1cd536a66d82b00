import { Module } from '@nestjs/common';
import { BankHolidaysController } from './bank-holidays.controller';
import { CalendarYearsService } from './calendar-years.service';
import { SchoolCalendarController } from './school-calendar.controller';
import { SchoolCalendarService } from './school-calendar.service';
import { SchoolYearsController } from './school-years.controller';

@Module({
  controllers: [SchoolYearsController, BankHolidaysController, SchoolCalendarController],
  providers: [CalendarYearsService, SchoolCalendarService],
})
export class CalendarModule {}
