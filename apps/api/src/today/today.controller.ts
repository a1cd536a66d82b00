import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SetUp, SignedInUser, Today, TodaySummary } from '@tracker/contract';
import { SET_UP, TODAY, TODAY_SUMMARY } from '@tracker/contract/shapes';
import { Clock } from '@tracker/work';
import { CurrentUser } from '../auth/request-user';
import { one } from '../openapi/answers';
import { SetUpService } from './set-up.service';
import { TodayService } from './today.service';

@ApiTags('Today')
@Controller('today')
export class TodayController {
  constructor(
    private readonly clock: Clock,
    private readonly service: TodayService,
    private readonly setUp: SetUpService,
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

  @Get('set-up')
  @ApiOperation({ summary: 'What a new hub has put in place, and what it still has to.' })
  @ApiOkResponse(one(SET_UP))
  getSetUp(): Promise<SetUp> {
    return this.setUp.get();
  }
}
