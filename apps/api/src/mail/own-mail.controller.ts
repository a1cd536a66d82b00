import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type {
  CalendarFeed,
  NewCalendarFeed,
  OwnMailSettings,
  SignedInUser,
} from '@tracker/contract';
import { CALENDAR_FEED, NEW_CALENDAR_FEED, OWN_MAIL_SETTINGS } from '@tracker/contract/shapes';
import { CurrentUser } from '../auth/request-user';
import { one } from '../openapi/answers';
import { CalendarFeedsService } from './calendar-feeds.service';
import { OwnMailSettingsDto } from './mails.dto';
import { OwnMailService } from './own-mail.service';

@ApiTags('My account')
@Controller('account')
export class OwnMailController {
  constructor(
    private readonly ownMail: OwnMailService,
    private readonly feeds: CalendarFeedsService,
  ) {}

  @Get('mail')
  @ApiOperation({ summary: 'Which emails I want.' })
  @ApiOkResponse(one(OWN_MAIL_SETTINGS))
  settings(@CurrentUser() user: SignedInUser): Promise<OwnMailSettings> {
    return this.ownMail.get(user.id);
  }

  @Put('mail')
  @ApiOperation({ summary: 'Say which emails I want.' })
  @ApiOkResponse(one(OWN_MAIL_SETTINGS))
  change(
    @CurrentUser() user: SignedInUser,
    @Body() input: OwnMailSettingsDto,
  ): Promise<OwnMailSettings> {
    return this.ownMail.change(user.id, input);
  }

  @Get('calendar-feed')
  @ApiOperation({ summary: 'Whether I have a calendar that others can subscribe to.' })
  @ApiOkResponse(one(CALENDAR_FEED))
  feed(@CurrentUser() user: SignedInUser): Promise<CalendarFeed> {
    return this.feeds.own(user);
  }

  @Post('calendar-feed')
  @ApiOperation({ summary: 'Make its address, in place of an earlier one; it is shown this once.' })
  @ApiCreatedResponse(one(NEW_CALENDAR_FEED))
  make(@CurrentUser() user: SignedInUser): Promise<NewCalendarFeed> {
    return this.feeds.make(user);
  }

  @Delete('calendar-feed')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke its address.' })
  @ApiNoContentResponse({ description: 'The address has stopped working.' })
  revoke(@CurrentUser() user: SignedInUser): Promise<void> {
    return this.feeds.revoke(user);
  }
}
