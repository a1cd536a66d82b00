import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInUser, Today, TodaySummary } from '@tracker/contract';
import { Clock } from '@tracker/server';
import { CurrentUser } from '../auth/request-user';
import { one } from '../openapi/answers';
import { TODAY, TODAY_SUMMARY } from '../openapi/schemas';
import { TodayService } from './today.service';

@ApiTags('Today')
@Controller('today')
export class TodayController {
  constructor(
    private readonly clock: Clock,
    private readonly service: TodayService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The day that the server calls today, in Europe/London.' })
  @ApiOkResponse(one(TODAY))
  get(): Today {
    return { today: this.clock.today() };
  }

  @Get('summary')
  @ApiOperation({
    summary:
      'What whoever asks has to know and to decide today; each number with the list of what it counts.',
  })
  @ApiOkResponse(one(TODAY_SUMMARY))
  summary(@CurrentUser() user: SignedInUser): Promise<TodaySummary> {
    return this.service.summary(user);
  }
}
