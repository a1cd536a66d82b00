import { Body, Controller, Get, Param, Patch, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInUser, VisitPlanDay, VisitPlanLine } from '@tracker/contract';
import { VISIT_PLAN_DAY, VISIT_PLAN_LINE } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { IdPipe } from '../http/id.pipe';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one, several } from '../openapi/answers';
import { VisitPlanLineChangesService } from './visit-plan-line-changes.service';
import { VISIT_PLAN_LINE_SPEC } from './visit-plan-line-list';
import { VisitPlanLineChangeDto } from './visit-plan-lines.dto';
import { VisitPlansService } from './visit-plans.service';

@ApiTags('Plans of visits')
@Controller('visit-plan-lines')
export class VisitPlanLinesController {
  constructor(
    private readonly plans: VisitPlansService,
    private readonly changes: VisitPlanLineChangesService,
  ) {}

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

  @Get(':id/days')
  @ApiOperation({ summary: 'Where else a line could go: its ten best days.' })
  @ApiOkResponse(several('At most ten days, the best first.', VISIT_PLAN_DAY))
  days(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
  ): Promise<VisitPlanDay[]> {
    return this.changes.days(user, id);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Move, lock or leave out a line; teams those of their own regions.' })
  @ApiOkResponse(one(VISIT_PLAN_LINE))
  change(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: VisitPlanLineChangeDto,
  ): Promise<VisitPlanLine> {
    return this.changes.change(user, id, input);
  }
}
