import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PriorityRefresh, QueueEntry, SignedInUser } from '@tracker/contract';
import { PRIORITY_REFRESH, QUEUE_ENTRY, REFRESH_ASKED } from '@tracker/contract/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { ExportQueryDto } from '../exports/export-query';
import { ExportsService } from '../exports/exports.service';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiExport } from '../openapi/api-export';
import { ApiList, one } from '../openapi/answers';
import { NewPriorityRefreshDto, NewQueueHoldDto } from './priority-queue.dto';
import { PriorityQueueService } from './priority-queue.service';
import { QUEUE_SPEC } from './queue-list';
import { PriorityRefreshesService } from './priority-refreshes.service';
import { QueueHoldsService } from './queue-holds.service';
import { QUEUE_EXPORT } from './queue-export';
import { REFRESH_SPEC } from './refresh-list';

@ApiTags('Priority queue')
@Controller('priority-queue')
export class PriorityQueueController {
  constructor(
    private readonly queue: PriorityQueueService,
    private readonly holds: QueueHoldsService,
    private readonly exports: ExportsService,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Schools in scope in the order they should be visited, each with its reasons.',
  })
  @ApiList('priority-queue', QUEUE_SPEC, QUEUE_ENTRY)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QueueEntry[]> {
    const query = readListQuery(raw, QUEUE_SPEC);
    return answerList(reply, 'priority-queue', query, await this.queue.list(query));
  }

  @Get('export')
  @ApiExport('priority-queue', QUEUE_SPEC, 'The whole queue as a file.')
  export(@Query() asked: ExportQueryDto, @Req() request: FastifyRequest): Promise<StreamableFile> {
    return this.exports.send(request, asked, QUEUE_EXPORT, {
      spec: QUEUE_SPEC,
      statement: (query) => this.queue.listed(query),
    });
  }

  @Get(':schoolId')
  @ApiOperation({ summary: "One school's place and its reasons." })
  @ApiOkResponse(one(QUEUE_ENTRY))
  get(@Param('schoolId', IdPipe) schoolId: string): Promise<QueueEntry> {
    return this.queue.get(schoolId);
  }

  @Post(':schoolId/hold')
  @HttpCode(200)
  @ApiOperation({ summary: 'Pin to the top or snooze to the end, with a reason and a last day.' })
  @ApiOkResponse(one(QUEUE_ENTRY))
  hold(
    @CurrentUser() user: SignedInUser,
    @Param('schoolId', IdPipe) schoolId: string,
    @Body() input: NewQueueHoldDto,
  ): Promise<QueueEntry> {
    return this.holds.hold(user, schoolId, input);
  }

  @Delete(':schoolId/hold')
  @ApiOperation({ summary: 'Lift the pin or snooze in force.' })
  @ApiOkResponse(one(QUEUE_ENTRY))
  lift(
    @CurrentUser() user: SignedInUser,
    @Param('schoolId', IdPipe) schoolId: string,
  ): Promise<QueueEntry> {
    return this.holds.lift(user, schoolId);
  }
}

@ApiTags('Priority queue')
@Controller('priority-refreshes')
export class PriorityRefreshesController {
  constructor(private readonly refreshes: PriorityRefreshesService) {}

  @Get()
  @ApiOperation({ summary: 'Refreshes that were asked for, the latest first.' })
  @ApiList('priority-refreshes', REFRESH_SPEC, PRIORITY_REFRESH)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PriorityRefresh[]> {
    const query = readListQuery(raw, REFRESH_SPEC);
    return answerList(reply, 'priority-refreshes', query, await this.refreshes.list(query));
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Ask for the ranking to be brought up to date.' })
  @ApiAcceptedResponse(one(REFRESH_ASKED))
  request(
    @CurrentUser() user: SignedInUser,
    @Body() { all = false }: NewPriorityRefreshDto,
  ): Promise<{ id: string }> {
    return this.refreshes.request(user, all);
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far a refresh is.' })
  @ApiOkResponse(one(PRIORITY_REFRESH))
  get(@Param('id', IdPipe) id: string): Promise<PriorityRefresh> {
    return this.refreshes.get(id);
  }

  @Post(':id/stop')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give up a refresh that has not finished; schools it has not reached keep their rank.',
  })
  @ApiOkResponse(one(PRIORITY_REFRESH))
  stop(
    @Param('id', IdPipe) id: string,
    @CurrentUser() user: SignedInUser,
  ): Promise<PriorityRefresh> {
    return this.refreshes.stop(id, user);
  }
}
