import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { SignedInUser, Visit } from '@tracker/contract';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { VISIT } from '../openapi/schemas';
import { VisitLifeService } from './visit-life.service';
import { VISIT_LIST } from './visit-list';
import { VisitOutcomeService } from './visit-outcome.service';
import {
  CancelVisitDto,
  ConfirmVisitDto,
  LogVisitDto,
  MoveVisitDto,
  NewVisitDto,
  ScheduleVisitDto,
  VisitNotHeldDto,
} from './visits.dto';
import { VisitsService } from './visits.service';

@ApiTags('Visits')
@Controller('visits')
export class VisitsController {
  constructor(
    private readonly visits: VisitsService,
    private readonly life: VisitLifeService,
    private readonly outcomes: VisitOutcomeService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Visits, the latest day first, those without a day before them.' })
  @ApiList('visits', VISIT_LIST, VISIT)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Visit[]> {
    const query = readListQuery(raw, VISIT_LIST);
    return answerList(reply, 'visits', query, await this.visits.list(query));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One visit with its outcome.' })
  @ApiOkResponse(one(VISIT))
  get(@Param('id', IdPipe) id: string): Promise<Visit> {
    return this.visits.get(id);
  }

  @Post()
  @ApiOperation({ summary: 'Propose a visit, or schedule it when it has a day.' })
  @ApiCreatedResponse(one(VISIT))
  @ApiNotFoundResponse({ description: 'The school is not on record.' })
  create(@CurrentUser() user: SignedInUser, @Body() input: NewVisitDto): Promise<Visit> {
    return this.visits.create(user, input);
  }

  @Post(':id/schedule')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Set or move the day; a confirmed visit that is moved is to be confirmed again.',
  })
  @ApiOkResponse(one(VISIT))
  schedule(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: ScheduleVisitDto,
  ): Promise<Visit> {
    return this.life.schedule(user, id, input);
  }

  @Post(':id/move')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give a visit planned at a closed school to a school that followed it.',
  })
  @ApiOkResponse(one(VISIT))
  move(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: MoveVisitDto,
  ): Promise<Visit> {
    return this.life.moveToSuccessor(user, id, input);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'The school has agreed.' })
  @ApiOkResponse(one(VISIT))
  confirm(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() { version }: ConfirmVisitDto,
  ): Promise<Visit> {
    return this.life.confirm(user, id, version);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Call the visit off; it never counts.' })
  @ApiOkResponse(one(VISIT))
  cancel(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: CancelVisitDto,
  ): Promise<Visit> {
    return this.life.cancel(user, id, input);
  }

  @Post(':id/not-held')
  @HttpCode(200)
  @ApiOperation({ summary: 'The visitor came, the school could not; it never counts.' })
  @ApiOkResponse(one(VISIT))
  notHeld(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: VisitNotHeldDto,
  ): Promise<Visit> {
    return this.life.notHeld(user, id, input);
  }

  @Post(':id/outcome')
  @HttpCode(200)
  @ApiOperation({ summary: 'Log the visit: outcome and actions; completes it.' })
  @ApiOkResponse(one(VISIT))
  log(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: LogVisitDto,
  ): Promise<Visit> {
    return this.outcomes.log(user, id, input);
  }
}
