import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type {
  LeftOutSchool,
  SignedInUser,
  VisitPlan,
  VisitPlanAcceptance,
  VisitPlanReadiness,
  VisitPlanSending,
} from '@tracker/contract';
import {
  LEFT_OUT_SCHOOL,
  VISIT_PLAN,
  VISIT_PLAN_ACCEPTANCE,
  VISIT_PLAN_READINESS,
  VISIT_PLAN_SENDING,
} from '@tracker/contract/shapes';
import type { PlanLine, PlanProblem } from '@tracker/domain';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { LEFT_OUT_SPEC } from './left-out-list';
import { VisitPlanAcceptanceService } from './visit-plan-acceptance.service';
import { AcceptVisitPlanDto } from './visit-plan-lines.dto';
import { VISIT_PLAN_SPEC } from './visit-plan-list';
import { VisitPlanReadinessService } from './visit-plan-readiness.service';
import { VisitPlanRequestsService } from './visit-plan-requests.service';
import { VisitPlanSendingService } from './visit-plan-sending.service';
import { NewVisitPlanDto, SendVisitPlanDto, UseVisitPlanDto } from './visit-plans.dto';
import { VisitPlansService } from './visit-plans.service';

const PROBLEM_FILE = 'application/vnd.visit-plan-problem+json';
const PLAN_FILE = 'application/vnd.visit-plan+json';
const file = (type: string, schema: object, example: unknown) => ({
  description: 'The file.',
  content: { [type]: { schema, example } },
});

@ApiTags('Plans of visits')
@Controller('visit-plans')
export class VisitPlansController {
  constructor(
    private readonly plans: VisitPlansService,
    private readonly requests: VisitPlanRequestsService,
    private readonly readiness: VisitPlanReadinessService,
    private readonly sending: VisitPlanSendingService,
    private readonly acceptance: VisitPlanAcceptanceService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Plans of visits, the latest first.' })
  @ApiList('visit-plans', VISIT_PLAN_SPEC, VISIT_PLAN)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VisitPlan[]> {
    const query = readListQuery(raw, VISIT_PLAN_SPEC);
    return answerList(reply, 'visit-plans', query, await this.plans.list(query));
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Have a plan made; look at it for how it goes.' })
  @ApiAcceptedResponse(one(VISIT_PLAN))
  create(@Body() input: NewVisitPlanDto, @CurrentUser() user: SignedInUser): Promise<VisitPlan> {
    return this.requests.create(input, user);
  }

  @Get('readiness')
  @ApiOperation({ summary: 'What is missing before a plan, and what the teams can take.' })
  @ApiQuery({ name: 'academicYear', example: '2024-25' })
  @ApiOkResponse(one(VISIT_PLAN_READINESS))
  ready(
    @Query('academicYear') academicYear: string,
    @CurrentUser() user: SignedInUser,
  ): Promise<VisitPlanReadiness> {
    return this.readiness.of(academicYear, user);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One plan in figures, and how far it is.' })
  @ApiOkResponse(one(VISIT_PLAN))
  get(@Param('id', IdPipe) id: string): Promise<VisitPlan> {
    return this.plans.get(id);
  }

  @Get(':id/left-out')
  @ApiOperation({ summary: 'Schools in need of a visit that a plan has no line for, and why.' })
  @ApiList('left-out', LEFT_OUT_SPEC, LEFT_OUT_SCHOOL)
  async leftOut(
    @Param('id', IdPipe) id: string,
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeftOutSchool[]> {
    const query = readListQuery(raw, LEFT_OUT_SPEC);
    return answerList(reply, 'left-out', query, await this.plans.leftOut(id, query));
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make visits of lines; what cannot be is refused with its reason.' })
  @ApiOkResponse(one(VISIT_PLAN_ACCEPTANCE))
  accept(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: AcceptVisitPlanDto,
  ): Promise<VisitPlanAcceptance> {
    return this.acceptance.accept(user, id, input);
  }

  @Post(':id/use')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make a what-if the plan of its year; what was accepted stays.' })
  @ApiOkResponse(one(VISIT_PLAN))
  use(@Param('id', IdPipe) id: string, @Body() { version }: UseVisitPlanDto): Promise<VisitPlan> {
    return this.plans.use(id, version);
  }

  @Post(':id/send')
  @HttpCode(200)
  @ApiOperation({ summary: 'Show the plan to the teams, and email each member their own part.' })
  @ApiOkResponse(one(VISIT_PLAN_SENDING))
  send(
    @Param('id', IdPipe) id: string,
    @Body() { version }: SendVisitPlanDto,
    @CurrentUser() user: SignedInUser,
  ): Promise<VisitPlanSending> {
    return this.sending.send(id, user, version);
  }

  @Get(':id/problem')
  @Header('Content-Type', PROBLEM_FILE)
  @ApiOperation({ summary: 'What a plan was made of, as `tracker propose-plan` reads it.' })
  @ApiOkResponse(file(PROBLEM_FILE, { type: 'object' }, { format: 'visit-plan-problem/1' }))
  problem(@Param('id', IdPipe) id: string): Promise<PlanProblem> {
    return this.plans.problem(id);
  }

  @Get(':id/visits')
  @Header('Content-Type', PLAN_FILE)
  @ApiOperation({ summary: 'The proposed visits as a plan file.' })
  @ApiOkResponse(
    file(PLAN_FILE, { type: 'array', items: { type: 'object' } }, [
      { urn: 117_101, date: '2024-12-03', visitorId: 'c4b8e6d2-0f1a-4937-8e5d-9a7c3b1f5d71' },
    ]),
  )
  visits(@Param('id', IdPipe) id: string): Promise<PlanLine[]> {
    return this.plans.visits(id);
  }
}
