import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInUser, Survey, SurveyForSchool, SurveyVersion } from '@tracker/contract';
import { SURVEY, SURVEY_FOR_SCHOOL, SURVEY_VERSION } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { SurveyResponsesService } from './survey-responses.service';
import { NewSurveyDto } from './surveys.dto';
import { SURVEY_SPEC, SurveysService } from './surveys.service';

@ApiTags('Surveys')
@Controller('surveys')
export class SurveysController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly responses: SurveyResponsesService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Surveys with their versions.' })
  @ApiList('surveys', SURVEY_SPEC, SURVEY)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Survey[]> {
    const query = readListQuery(raw, SURVEY_SPEC);
    return answerList(reply, 'surveys', query, await this.surveys.list(query));
  }

  @Get('for-school/:schoolId')
  @ApiOperation({ summary: 'What to ask a school at its next visit, and what is known already.' })
  @ApiOkResponse(one(SURVEY_FOR_SCHOOL))
  forSchool(@Param('schoolId', IdPipe) schoolId: string): Promise<SurveyForSchool> {
    return this.responses.forSchool(schoolId);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One survey.' })
  @ApiOkResponse(one(SURVEY))
  get(@Param('id', IdPipe) id: string): Promise<Survey> {
    return this.surveys.get(id);
  }

  @Post()
  @ApiOperation({ summary: 'A survey with a draft, empty or with the Have Your Say questions.' })
  @ApiCreatedResponse(one(SURVEY))
  create(@CurrentUser() user: SignedInUser, @Body() input: NewSurveyDto): Promise<Survey> {
    return this.surveys.create(user, input);
  }

  @Post(':id/draft')
  @ApiOperation({
    summary: 'A draft of the next version, made from the last and keeping its keys.',
  })
  @ApiCreatedResponse(one(SURVEY_VERSION))
  startDraft(@Param('id', IdPipe) id: string): Promise<SurveyVersion> {
    return this.surveys.startDraft(id);
  }
}
