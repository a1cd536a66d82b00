import { Body, Controller, Delete, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type {
  MusicDevelopmentPlan,
  PlanLook,
  PlanRoundEntry,
  SchoolDevelopment,
  SignedInUser,
} from '@tracker/contract';
import {
  MUSIC_DEVELOPMENT_PLAN,
  PLAN_LOOK,
  PLAN_ROUND_ENTRY,
  SCHOOL_DEVELOPMENT,
} from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { LOOK_SPEC, PLAN_SPEC } from './plan-lists';
import { PlanLooksService } from './plan-looks.service';
import { ROUND_SPEC } from './plan-round.queries';
import { PlanRoundService } from './plan-round.service';
import { NewPlanDto, NewPlanLookDto, PlanChangeDto, PlanRemovalDto } from './plans.dto';
import { PlansService } from './plans.service';

@ApiTags('Music development plans')
@Controller('music-development-plans')
export class PlansController {
  constructor(private readonly plans: PlansService) {}

  @Get()
  @ApiOperation({ summary: 'Plans that schools have, and how each is known.' })
  @ApiList('music-development-plans', PLAN_SPEC, MUSIC_DEVELOPMENT_PLAN)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MusicDevelopmentPlan[]> {
    const query = readListQuery(raw, PLAN_SPEC);
    return answerList(reply, 'music-development-plans', query, await this.plans.list(query));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One plan.' })
  @ApiOkResponse(one(MUSIC_DEVELOPMENT_PLAN))
  get(@Param('id', IdPipe) id: string): Promise<MusicDevelopmentPlan> {
    return this.plans.get(id);
  }

  @Post()
  @ApiOperation({ summary: 'Record a plan that somebody has seen, or was told of.' })
  @ApiCreatedResponse(one(MUSIC_DEVELOPMENT_PLAN))
  @ApiNotFoundResponse({ description: 'The school is not on record.' })
  create(
    @CurrentUser() user: SignedInUser,
    @Body() input: NewPlanDto,
  ): Promise<MusicDevelopmentPlan> {
    return this.plans.create(user, input);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change the years, the address or the day of a plan.' })
  @ApiOkResponse(one(MUSIC_DEVELOPMENT_PLAN))
  change(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: PlanChangeDto,
  ): Promise<MusicDevelopmentPlan> {
    return this.plans.change(user, id, input);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Take away a plan that was typed wrongly.' })
  @ApiOkResponse(one(MUSIC_DEVELOPMENT_PLAN))
  remove(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Query() seen: PlanRemovalDto,
  ): Promise<MusicDevelopmentPlan> {
    return this.plans.remove(user, id, seen.version);
  }
}

@ApiTags('Music development plans')
@Controller()
export class PlanRoundController {
  constructor(
    private readonly plans: PlansService,
    private readonly looks: PlanLooksService,
    private readonly round: PlanRoundService,
  ) {}

  @Get('plan-looks')
  @ApiOperation({ summary: 'Searches for schools’ plans, with their results.' })
  @ApiList('plan-looks', LOOK_SPEC, PLAN_LOOK)
  async listLooks(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanLook[]> {
    const query = readListQuery(raw, LOOK_SPEC);
    return answerList(reply, 'plan-looks', query, await this.looks.list(query));
  }

  @Post('plan-looks')
  @ApiOperation({ summary: 'Record the result of looking for a school’s plan today.' })
  @ApiCreatedResponse(one(PLAN_LOOK))
  @ApiNotFoundResponse({ description: 'The school is not on record.' })
  look(@CurrentUser() user: SignedInUser, @Body() input: NewPlanLookDto): Promise<PlanLook> {
    return this.looks.look(user, input);
  }

  @Get('plan-round')
  @ApiOperation({
    summary:
      'Schools that need a plan looked up: visited soon first, then by state, as queued in each.',
  })
  @ApiList('plan-round', ROUND_SPEC, PLAN_ROUND_ENTRY)
  async listRound(
    @CurrentUser() user: SignedInUser,
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanRoundEntry[]> {
    const query = readListQuery(raw, ROUND_SPEC);
    return answerList(reply, 'plan-round', query, await this.round.list(user, query));
  }

  @Get('schools/:id/development')
  @ApiOperation({ summary: 'How a school stands with its plan, with what is on record of it.' })
  @ApiOkResponse(one(SCHOOL_DEVELOPMENT))
  ofSchool(@Param('id', IdPipe) id: string): Promise<SchoolDevelopment> {
    return this.plans.ofSchool(id);
  }
}
