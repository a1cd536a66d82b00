import { Body, Controller, Delete, Get, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { SignedInUser, SurveyLink, SurveyLinkMade } from '@tracker/contract';
import { SURVEY_LINK, SURVEY_LINK_MADE } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { SURVEY_LINK_SPEC, SurveyLinksService } from './survey-links.service';
import { NewSurveyLinkDto } from './surveys.dto';

@ApiTags('Surveys')
@Controller('survey-links')
export class SurveyLinksController {
  constructor(private readonly links: SurveyLinksService) {}

  @Get()
  @ApiOperation({ summary: 'Links with which schools answer by themselves.' })
  @ApiList('survey-links', SURVEY_LINK_SPEC, SURVEY_LINK)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SurveyLink[]> {
    const query = readListQuery(raw, SURVEY_LINK_SPEC);
    return answerList(reply, 'survey-links', query, await this.links.list(query));
  }

  @Post()
  @ApiOperation({ summary: "A link for a school; it takes the place of the school's link before." })
  @ApiCreatedResponse(one(SURVEY_LINK_MADE))
  @ApiNotFoundResponse({ description: 'The school is not on record.' })
  make(
    @CurrentUser() user: SignedInUser,
    @Body() input: NewSurveyLinkDto,
  ): Promise<SurveyLinkMade> {
    return this.links.make(user, input);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Revoke a link; what the school has saved stays.' })
  @ApiOkResponse(one(SURVEY_LINK))
  revoke(@CurrentUser() user: SignedInUser, @Param('id', IdPipe) id: string): Promise<SurveyLink> {
    return this.links.revoke(user, id);
  }
}
