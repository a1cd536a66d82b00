import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { User } from '@tracker/contract';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { ListQueryDto } from '../http/list-query.dto';
import { readListQuery } from '../http/list-query';
import { ApiList, one } from '../openapi/answers';
import { USER } from '../openapi/schemas';
import { USER_LIST, UsersService } from './users.service';

@ApiTags('Users')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @ApiOperation({ summary: 'Staff, for choosing a visitor or an owner.' })
  @ApiList('users', USER_LIST, USER)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<User[]> {
    const query = readListQuery(raw, USER_LIST);
    return answerList(reply, 'users', query, await this.users.list(query));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One member of staff.' })
  @ApiOkResponse(one(USER))
  get(@Param('id', IdPipe) id: string): Promise<User> {
    return this.users.get(id);
  }
}
