import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { SignedInUser, Visit, VisitEvent, VisitWarnings } from '@tracker/contract';
import { VISIT, VISIT_EVENT, VISIT_WARNINGS } from '@tracker/contract/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { ExportQueryDto } from '../exports/export-query';
import { ExportsService } from '../exports/exports.service';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiExport } from '../openapi/api-export';
import { ApiList, one, several } from '../openapi/answers';
import { VisitCorrectionService } from './visit-correction.service';
import { VisitHistoryService } from './visit-history.service';
import { VisitLifeService } from './visit-life.service';
import { VISIT_SPEC } from './visit-list';
import { CorrectVisitDto, LogVisitDto } from './visit-outcome.dto';
import { VisitWarningsQueryDto } from './visit-warnings.dto';
import { VisitWarningsService } from './visit-warnings.service';
import { VisitOutcomeService } from './visit-outcome.service';
import {
  CancelVisitDto,
  ConfirmVisitDto,
  MoveVisitDto,
  NewVisitDto,
  ScheduleVisitDto,
  VisitNotHeldDto,
} from './visits.dto';
import { VisitsService } from './visits.service';
import { VISIT_EXPORT } from './visit-export';

@ApiTags('Visits')
@Controller('visits')
export class VisitsController {
  constructor(
    private readonly visits: VisitsService,
    private readonly warnings: VisitWarningsService,
    private readonly history: VisitHistoryService,
    private readonly life: VisitLifeService,
    private readonly outcomes: VisitOutcomeService,
    private readonly corrections: VisitCorrectionService,
    private readonly exports: ExportsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Visits, the latest day first, those without a day before them.' })
  @ApiList('visits', VISIT_SPEC, VISIT)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Visit[]> {
    const query = readListQuery(raw, VISIT_SPEC);
    return answerList(reply, 'visits', query, await this.visits.list(query));
  }

  @Get('export')
  @ApiExport('visits', VISIT_SPEC, 'The whole list of visits as a file.')
  export(@Query() asked: ExportQueryDto, @Req() request: FastifyRequest): Promise<StreamableFile> {
    return this.exports.send(request, asked, VISIT_EXPORT, {
      spec: VISIT_SPEC,
      statement: (query) => this.visits.listed(query),
    });
  }

  @Get('warnings')
  @ApiOperation({ summary: 'Problems with a visit as it is planned; nothing is changed.' })
  @ApiOkResponse(one(VISIT_WARNINGS))
  @ApiNotFoundResponse({ description: 'The school is not on record.' })
  async warningsOf(@Query() plan: VisitWarningsQueryDto): Promise<VisitWarnings> {
    return { warnings: await this.warnings.of(plan) };
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'What happened to a visit, the first first: who, when and why.' })
  @ApiOkResponse(several('What happened, the first first.', VISIT_EVENT))
  historyOf(@Param('id', IdPipe) id: string): Promise<VisitEvent[]> {
    return this.history.of(id);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One visit with its outcome.' })
  @ApiOkResponse(one(VISIT))
  get(@Param('id', IdPipe) id: string): Promise<Visit> {
    return this.visits.get(id);
  }

  @Post()
  @ApiOperation({
    summary:
      'Propose a visit, or schedule it when it has a day; with an outcome it is logged at once.',
  })
  @ApiCreatedResponse(one(VISIT))
  @ApiNotFoundResponse({ description: 'The school is not on record.' })
  create(@CurrentUser() user: SignedInUser, @Body() input: NewVisitDto): Promise<Visit> {
    return input.outcome
      ? this.outcomes.createLogged(user, input, input.outcome)
      : this.visits.create(user, input);
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
    @Body() input: ConfirmVisitDto,
  ): Promise<Visit> {
    return this.life.confirm(user, id, input);
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

  @Post(':id/correct')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Correct what was logged: for whoever logged it and those who run the hub.',
  })
  @ApiOkResponse(one(VISIT))
  correct(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: CorrectVisitDto,
  ): Promise<Visit> {
    return this.corrections.correct(user, id, input);
  }
}
