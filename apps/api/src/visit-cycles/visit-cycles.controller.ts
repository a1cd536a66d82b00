import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { VisitCycle } from '@tracker/contract';
import { VISIT_CYCLE } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { VISIT_CYCLE_SPEC, VisitCyclesService } from './visit-cycles.service';

@ApiTags('Visit cycles')
@Controller('visit-cycles')
export class VisitCyclesController {
  constructor(private readonly cycles: VisitCyclesService) {}

  @Get()
  @ApiOperation({
    summary: 'Cycles of three academic years, the latest first, with their coverage.',
  })
  @ApiList('visit-cycles', VISIT_CYCLE_SPEC, VISIT_CYCLE)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VisitCycle[]> {
    const query = readListQuery(raw, VISIT_CYCLE_SPEC);
    return answerList(reply, 'visit-cycles', query, await this.cycles.list(query));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One cycle with its coverage.' })
  @ApiOkResponse(one(VISIT_CYCLE))
  get(@Param('id', IdPipe) id: string): Promise<VisitCycle> {
    return this.cycles.get(id);
  }
}
