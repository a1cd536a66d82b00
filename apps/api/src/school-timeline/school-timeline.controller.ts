import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TimelineEntry } from '@tracker/contract';
import { TIMELINE_ENTRY } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList } from '../openapi/answers';
import { SchoolTimelineService, TIMELINE_SPEC } from './school-timeline.service';

@ApiTags('Schools')
@Controller('schools')
export class SchoolTimelineController {
  constructor(private readonly timeline: SchoolTimelineService) {}

  @Get(':id/timeline')
  @ApiOperation({
    summary:
      "A school's life, its predecessors' included, the latest first and visits without a day before all.",
  })
  @ApiList('timeline', TIMELINE_SPEC, TIMELINE_ENTRY)
  async list(
    @Param('id', IdPipe) id: string,
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TimelineEntry[]> {
    const query = readListQuery(raw, TIMELINE_SPEC);
    return answerList(reply, 'timeline', query, await this.timeline.list(id, query));
  }
}
