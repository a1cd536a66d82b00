import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
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
import type { DeletedAction, FollowUpAction, SignedInUser } from '@tracker/contract';
import { DELETED_ACTION, FOLLOW_UP_ACTION } from '@tracker/contract/shapes';
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
import { ACTION_BIN, ACTION_SPEC } from './action-list';
import { ActionVisitsService } from './action-visits.service';
import {
  ActionChangeDto,
  ActionRemovalDto,
  ActionToVisitDto,
  NewActionDto,
} from './follow-up-actions.dto';
import { FollowUpActionsService } from './follow-up-actions.service';
import { ACTION_EXPORT } from './action-export';

@ApiTags('Follow-up actions')
@Controller('follow-up-actions')
export class FollowUpActionsController {
  constructor(
    private readonly actions: FollowUpActionsService,
    private readonly visits: ActionVisitsService,
    private readonly exports: ExportsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Actions, the earliest due first.' })
  @ApiList('follow-up-actions', ACTION_SPEC, FOLLOW_UP_ACTION)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FollowUpAction[]> {
    const query = readListQuery(raw, ACTION_SPEC);
    return answerList(reply, 'follow-up-actions', query, await this.actions.list(query));
  }

  @Get('export')
  @ApiExport('follow-up-actions', ACTION_SPEC, 'The whole list of actions as a file.')
  export(@Query() asked: ExportQueryDto, @Req() request: FastifyRequest): Promise<StreamableFile> {
    return this.exports.send(request, asked, ACTION_EXPORT, {
      spec: ACTION_SPEC,
      statement: (query) => this.actions.listed(query),
    });
  }

  @Get('bin')
  @ApiOperation({ summary: 'Actions that were deleted in the last 30 days, the latest first.' })
  @ApiList('follow-up-actions', ACTION_BIN, DELETED_ACTION)
  async bin(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeletedAction[]> {
    const query = readListQuery(raw, ACTION_BIN);
    return answerList(reply, 'follow-up-actions', query, await this.actions.bin(query));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One action.' })
  @ApiOkResponse(one(FOLLOW_UP_ACTION))
  get(@Param('id', IdPipe) id: string): Promise<FollowUpAction> {
    return this.actions.get(id);
  }

  @Post()
  @ApiOperation({ summary: 'Add an action.' })
  @ApiCreatedResponse(one(FOLLOW_UP_ACTION))
  @ApiNotFoundResponse({ description: 'The school is not on record.' })
  create(@CurrentUser() user: SignedInUser, @Body() input: NewActionDto): Promise<FollowUpAction> {
    return this.actions.create(user, input);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change an action, for example its status.' })
  @ApiOkResponse(one(FOLLOW_UP_ACTION))
  change(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: ActionChangeDto,
  ): Promise<FollowUpAction> {
    return this.actions.change(user, id, input);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Delete an action; it can be brought back for 30 days.' })
  @ApiOkResponse(one(FOLLOW_UP_ACTION))
  remove(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Query() seen: ActionRemovalDto,
  ): Promise<FollowUpAction> {
    return this.actions.remove(user, id, seen.version);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @ApiOperation({ summary: 'Bring a deleted action back.' })
  @ApiOkResponse(one(FOLLOW_UP_ACTION))
  restore(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
  ): Promise<FollowUpAction> {
    return this.actions.restore(user, id);
  }

  @Post(':id/visit')
  @ApiOperation({
    summary:
      'Make a follow-up visit of an action: scheduled when it has a day, else proposed. The action is in progress until the visit is logged, which completes it.',
  })
  @ApiCreatedResponse(one(FOLLOW_UP_ACTION))
  becomeVisit(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: ActionToVisitDto,
  ): Promise<FollowUpAction> {
    return this.visits.becomeVisit(user, id, input);
  }
}
