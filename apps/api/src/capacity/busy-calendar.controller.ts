import { Body, Controller, Delete, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { BusyCalendar, SignedInUser } from '@tracker/contract';
import { BUSY_CALENDAR } from '@tracker/contract/shapes';
import { CurrentUser } from '../auth/request-user';
import { one } from '../openapi/answers';
import { BusyCalendarService } from './busy-calendar.service';
import { SaveBusyCalendarDto } from './capacity.dto';

@ApiTags('Planning')
@Controller('account/busy-calendar')
export class BusyCalendarController {
  constructor(private readonly calendars: BusyCalendarService) {}

  @Get()
  @ApiOperation({ summary: 'One’s own published calendar, and on which days it says one is busy.' })
  @ApiOkResponse(one(BUSY_CALENDAR))
  own(@CurrentUser() user: SignedInUser): Promise<BusyCalendar> {
    return this.calendars.own(user);
  }

  @Put()
  @ApiOperation({ summary: 'Give the address of one’s published calendar; it is read each hour.' })
  @ApiOkResponse(one(BUSY_CALENDAR))
  save(
    @CurrentUser() user: SignedInUser,
    @Body() input: SaveBusyCalendarDto,
  ): Promise<BusyCalendar> {
    return this.calendars.save(user, input);
  }

  @Delete()
  @ApiOperation({ summary: 'Take it away, and the busy days with it.' })
  @ApiOkResponse(one(BUSY_CALENDAR))
  remove(@CurrentUser() user: SignedInUser): Promise<BusyCalendar> {
    return this.calendars.remove(user);
  }
}
