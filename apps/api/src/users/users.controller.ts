import {
  Body,
  Controller,
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
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { LogReminder, SignedInUser, User, UserWithLink } from '@tracker/contract';
import { LOG_REMINDER, USER, USER_WITH_LINK } from '@tracker/contract/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { ExportQueryDto } from '../exports/export-query';
import { ExportsService } from '../exports/exports.service';
import { answerList } from '../http/list-answer';
import { ListQueryDto } from '../http/list-query.dto';
import { readListQuery } from '../http/list-query';
import { ApiExport } from '../openapi/api-export';
import { ApiList, one } from '../openapi/answers';
import { AccountsService } from './accounts.service';
import { LogRemindersService } from './log-reminders.service';
import { NewUserDto, UserChangeDto } from './users.dto';
import { USER_SPEC, userListFor, UsersService } from './users.service';
import { USER_EXPORT } from './user-export';

@ApiTags('Users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly accounts: AccountsService,
    private readonly exports: ExportsService,
    private readonly reminders: LogRemindersService,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'Staff, for choosing a visitor or an owner; their addresses only for head and administrators.',
  })
  @ApiList('users', USER_SPEC, USER)
  async list(
    @CurrentUser() reader: SignedInUser,
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<User[]> {
    const query = readListQuery(raw, userListFor(reader));
    return answerList(reply, 'users', query, await this.users.list(reader, query));
  }

  @Get('export')
  @ApiExport(
    'users',
    USER_SPEC,
    'Staff as a file; their addresses only for head and administrators.',
  )
  export(
    @Query() asked: ExportQueryDto,
    @Req() request: FastifyRequest,
    @CurrentUser() reader: SignedInUser,
  ): Promise<StreamableFile> {
    return this.exports.send(request, asked, USER_EXPORT, {
      spec: userListFor(reader),
      statement: (query) => this.users.listed(reader, query),
    });
  }

  @Get(':id')
  @ApiOperation({ summary: 'One member of staff.' })
  @ApiOkResponse(one(USER))
  get(@CurrentUser() reader: SignedInUser, @Param('id', IdPipe) id: string): Promise<User> {
    return this.users.get(reader, id);
  }

  @Post()
  @ApiOperation({
    summary: 'Invite somebody; gives the link with which they choose a password, once.',
  })
  @ApiCreatedResponse(one(USER_WITH_LINK))
  invite(@CurrentUser() admin: SignedInUser, @Body() input: NewUserDto): Promise<UserWithLink> {
    return this.accounts.invite(admin, input);
  }

  @Put(':id')
  @ApiOperation({
    summary: 'Change name, role or regions, disable or enable; holds from their next request on.',
  })
  @ApiOkResponse(one(USER))
  change(
    @CurrentUser() admin: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: UserChangeDto,
  ): Promise<User> {
    return this.accounts.change(admin, id, input);
  }

  @Post(':id/reset-link')
  @HttpCode(200)
  @ApiOperation({ summary: 'A new link for choosing a password; it voids the one before.' })
  @ApiOkResponse(one(USER_WITH_LINK))
  resetLink(
    @CurrentUser() admin: SignedInUser,
    @Param('id', IdPipe) id: string,
  ): Promise<UserWithLink> {
    return this.accounts.resetLink(admin, id);
  }

  @Post(':id/log-reminder')
  @HttpCode(200)
  @ApiOperation({ summary: 'Email a colleague to log visits whose day has passed; once a day.' })
  @ApiOkResponse(one(LOG_REMINDER))
  remind(@CurrentUser() by: SignedInUser, @Param('id', IdPipe) id: string): Promise<LogReminder> {
    return this.reminders.remind(by, id);
  }
}
