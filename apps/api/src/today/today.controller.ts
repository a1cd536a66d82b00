import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Today } from '@tracker/contract';
import { Clock } from '@tracker/server';

@ApiTags('Today')
@Controller('today')
export class TodayController {
  constructor(private readonly clock: Clock) {}

  @Get()
  @ApiOperation({ summary: 'The day that the server calls today, in Europe/London.' })
  get(): Today {
    return { today: this.clock.today() };
  }
}
