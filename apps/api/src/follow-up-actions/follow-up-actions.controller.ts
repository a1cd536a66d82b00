import {
  Body,
  Controller,
  Get,
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
import type { FollowUpAction, SignedInUser } from '@tracker/contract';
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
import { FOLLOW_UP_ACTION } from '../openapi/schemas';
import { ACTION_LIST } from './action-list';
import { ActionVisitsService } from './action-visits.service';
import { ActionChangeDto, ActionToVisitDto, NewActionDto } from './follow-up-actions.dto';
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
  @ApiList('follow-up-actions', ACTION_LIST, FOLLOW_UP_ACTION)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FollowUpAction[]> {
    const query = readListQuery(raw, ACTION_LIST);
    return answerList(reply, 'follow-up-actions', query, await this.actions.list(query));
  }

  @Get('export')
  @ApiExport('follow-up-actions', ACTION_LIST, 'The whole list of actions as a file.')
  export(@Query() asked: ExportQueryDto, @Req() request: FastifyRequest): Promise<StreamableFile> {
    return this.exports.send(request, asked, ACTION_EXPORT, {
      spec: ACTION_LIST,
      statement: (query) => this.actions.listed(query),
    });
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
