import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInUser, VisitPlanLine } from '@tracker/contract';
import { VISIT_PLAN_LINE } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList } from '../openapi/answers';
import { VISIT_PLAN_LINE_SPEC } from './visit-plan-line-list';
import { VisitPlansService } from './visit-plans.service';

@ApiTags('Plans of visits')
@Controller('visit-plan-lines')
export class VisitPlanLinesController {
  constructor(private readonly plans: VisitPlansService) {}

  @Get()
  @ApiOperation({
    summary: 'Proposed visits by date; teams see those of their regions once a plan was sent.',
  })
  @ApiList('visit-plan-lines', VISIT_PLAN_LINE_SPEC, VISIT_PLAN_LINE)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentUser() user: SignedInUser,
  ): Promise<VisitPlanLine[]> {
    const query = readListQuery(raw, VISIT_PLAN_LINE_SPEC);
    return answerList(reply, 'visit-plan-lines', query, await this.plans.lines(query, user));
  }
}
