import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Today } from '@tracker/contract';
import { Clock } from '@tracker/server';
import { one } from '../openapi/answers';
import { TODAY } from '../openapi/schemas';

@ApiTags('Today')
@Controller('today')
export class TodayController {
  constructor(private readonly clock: Clock) {}

  @Get()
  @ApiOperation({ summary: 'The day that the server calls today, in Europe/London.' })
  @ApiOkResponse(one(TODAY))
  get(): Today {
    return { today: this.clock.today() };
  }
}
