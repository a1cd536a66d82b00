import { Controller, Delete, Get, HttpCode, Param, Query, Res } from '@nestjs/common';
import { ApiForbiddenResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { KnownName } from '@tracker/contract';
import { KNOWN_NAME } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList } from '../openapi/answers';
import { KNOWN_NAME_SPEC, KnownNamesService } from './known-names.service';

@ApiTags('Imports')
@Controller('known-names')
@ApiForbiddenResponse({ description: 'Only the Head of Participation and the administrator may.' })
export class KnownNamesController {
  constructor(private readonly names: KnownNamesService) {}

  @Get()
  @ApiOperation({ summary: 'Names of schools and people as this hub writes them.' })
  @ApiList('known-names', KNOWN_NAME_SPEC, KNOWN_NAME)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KnownName[]> {
    const query = readListQuery(raw, KNOWN_NAME_SPEC);
    return answerList(reply, 'known-names', query, await this.names.list(query));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget a name; what was imported by it stays.' })
  @ApiNoContentResponse({ description: 'The name is forgotten.' })
  forget(@Param('id', IdPipe) id: string): Promise<void> {
    return this.names.forget(id);
  }
}
