import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SurveyResponse } from '@tracker/contract';
import { SURVEY_RESPONSE } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { SURVEY_RESPONSE_SPEC, SurveyResponsesService } from './survey-responses.service';

@ApiTags('Surveys')
@Controller('survey-responses')
export class SurveyResponsesController {
  constructor(private readonly responses: SurveyResponsesService) {}

  @Get()
  @ApiOperation({ summary: 'What schools answered, at visits and by themselves.' })
  @ApiList('survey-responses', SURVEY_RESPONSE_SPEC, SURVEY_RESPONSE)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SurveyResponse[]> {
    const query = readListQuery(raw, SURVEY_RESPONSE_SPEC);
    return answerList(reply, 'survey-responses', query, await this.responses.list(query));
  }

  @Get(':id')
  @ApiOperation({ summary: 'The answers of one school to one version.' })
  @ApiOkResponse(one(SURVEY_RESPONSE))
  get(@Param('id', IdPipe) id: string): Promise<SurveyResponse> {
    return this.responses.get(id);
  }
}
