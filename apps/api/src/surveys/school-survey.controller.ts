import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SchoolSurvey } from '@tracker/contract';
import { SCHOOL_SURVEY } from '@tracker/contract/shapes';
import type { FastifyRequest } from 'fastify';
import { one } from '../openapi/answers';
import { SchoolSurveyService } from './school-survey.service';
import { SchoolSurveyAnswersDto, SurveyTokenDto } from './surveys.dto';

/** Open to whoever has a link. The token comes in the body, so that it stands in no log. */
@ApiTags('Survey for a school')
@Controller('school-survey')
export class SchoolSurveyController {
  constructor(private readonly survey: SchoolSurveyService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'What a link opens: the questions and what is saved so far.' })
  @ApiOkResponse(one(SCHOOL_SURVEY))
  open(@Body() { token }: SurveyTokenDto, @Req() { ip }: FastifyRequest): Promise<SchoolSurvey> {
    return this.survey.open(token, ip);
  }

  @Post('answers')
  @HttpCode(200)
  @ApiOperation({ summary: 'Save what has changed, and hand the survey in.' })
  @ApiOkResponse(one(SCHOOL_SURVEY))
  @ApiConflictResponse({
    description: 'Handed in already, or begun with another version of the questions.',
  })
  save(
    @Body() input: SchoolSurveyAnswersDto,
    @Req() { ip }: FastifyRequest,
  ): Promise<SchoolSurvey> {
    return this.survey.save(input, ip);
  }
}
