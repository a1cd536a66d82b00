import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FreeDays, NearbySchool, VisitorLoads } from '@tracker/contract';
import { FREE_DAYS, NEARBY_SCHOOL, VISITOR_LOADS } from '@tracker/contract/shapes';
import { IdPipe } from '../http/id.pipe';
import { one, several } from '../openapi/answers';
import { FreeDaysQueryDto, NearbyQueryDto, VisitorLoadsQueryDto } from './planning.dto';
import { PlanningService } from './planning.service';

@ApiTags('Planning')
@Controller()
export class PlanningController {
  constructor(private readonly planning: PlanningService) {}

  @Get('visitors')
  @ApiOperation({ summary: 'How many visits everybody has: in a week, in a term, day by day.' })
  @ApiOkResponse(one(VISITOR_LOADS))
  visitors(@Query() query: VisitorLoadsQueryDto): Promise<VisitorLoads> {
    return this.planning.visitors(query);
  }

  @Get('visitors/:id/free-days')
  @ApiOperation({ summary: 'School days on which nothing is planned for somebody.' })
  @ApiOkResponse(one(FREE_DAYS))
  @ApiNotFoundResponse({ description: 'There is no user with this id, or they have been removed.' })
  freeDays(@Param('id', IdPipe) id: string, @Query() query: FreeDaysQueryDto): Promise<FreeDays> {
    return this.planning.freeDays(id, query);
  }

  @Get('schools/:id/nearby')
  @ApiOperation({
    summary: 'Schools near by that are due too and have no open visit, the nearest first.',
  })
  @ApiOkResponse(several('At most as many as were asked for, within 20 km.', NEARBY_SCHOOL))
  @ApiNotFoundResponse({ description: 'The school is not on record.' })
  nearby(@Param('id', IdPipe) id: string, @Query() query: NearbyQueryDto): Promise<NearbySchool[]> {
    return this.planning.nearby(id, query);
  }
}
