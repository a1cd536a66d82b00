import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OutcomeTag } from '@tracker/contract';
import { OUTCOME_TAG } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { NewOutcomeTagDto, OutcomeTagChangeDto } from './outcome-tags.dto';
import { OUTCOME_TAG_SPEC, OutcomeTagsService } from './outcome-tags.service';

@ApiTags('Strengths and needs')
@Controller('outcome-tags')
export class OutcomeTagsController {
  constructor(private readonly tags: OutcomeTagsService) {}

  @Get()
  @ApiOperation({ summary: 'What visitors may tick as strengths and needs.' })
  @ApiList('outcome-tags', OUTCOME_TAG_SPEC, OUTCOME_TAG)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OutcomeTag[]> {
    const query = readListQuery(raw, OUTCOME_TAG_SPEC);
    return answerList(reply, 'outcome-tags', query, await this.tags.list(query));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One strength or need of the list.' })
  @ApiOkResponse(one(OUTCOME_TAG))
  get(@Param('id', IdPipe) id: string): Promise<OutcomeTag> {
    return this.tags.get(id);
  }

  @Post()
  @ApiOperation({ summary: 'Add a strength or a need to the list.' })
  @ApiCreatedResponse(one(OUTCOME_TAG))
  create(@Body() input: NewOutcomeTagDto): Promise<OutcomeTag> {
    return this.tags.create(input);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Rename it, or offer it no more.' })
  @ApiOkResponse(one(OUTCOME_TAG))
  change(@Param('id', IdPipe) id: string, @Body() input: OutcomeTagChangeDto): Promise<OutcomeTag> {
    return this.tags.change(id, input);
  }
}
