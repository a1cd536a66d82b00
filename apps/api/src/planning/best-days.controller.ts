import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { BestDays, VisitRefill } from '@tracker/contract';
import { BEST_DAYS, VISIT_REFILL } from '@tracker/contract/shapes';
import { IdPipe } from '../http/id.pipe';
import { one } from '../openapi/answers';
import { BestDaysService } from './best-days.service';
import { BestDaysQueryDto } from './planning.dto';
import { RefillService } from './refill.service';

@ApiTags('Planning')
@Controller()
export class BestDaysController {
  constructor(
    private readonly days: BestDaysService,
    private readonly refills: RefillService,
  ) {}

  @Get('schools/:id/best-days')
  @ApiOperation({ summary: 'The planner’s days for a school: who could go, with which other one.' })
  @ApiOkResponse(one(BEST_DAYS))
  @ApiNotFoundResponse({ description: 'The school is not on record.' })
  bestDays(@Param('id', IdPipe) id: string, @Query() query: BestDaysQueryDto): Promise<BestDays> {
    return this.days.of(id, query);
  }

  @Get('visits/:id/refill')
  @ApiOperation({
    summary: 'After a cancellation: other days for the school, and schools for the day.',
  })
  @ApiOkResponse(one(VISIT_REFILL))
  @ApiNotFoundResponse({ description: 'The visit is not on record.' })
  refill(@Param('id', IdPipe) id: string): Promise<VisitRefill> {
    return this.refills.of(id);
  }
}
