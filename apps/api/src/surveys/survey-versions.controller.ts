import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInUser, SurveyVersion } from '@tracker/contract';
import { SURVEY_VERSION } from '@tracker/contract/shapes';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { one } from '../openapi/answers';
import { SurveyVersionsService } from './survey-versions.service';
import { PublishSurveyDto, SurveyVersionChangeDto } from './surveys.dto';

@ApiTags('Surveys')
@Controller('survey-versions')
export class SurveyVersionsController {
  constructor(private readonly versions: SurveyVersionsService) {}

  @Get(':id')
  @ApiOperation({ summary: 'One version of a survey with its questions.' })
  @ApiOkResponse(one(SURVEY_VERSION))
  get(@Param('id', IdPipe) id: string): Promise<SurveyVersion> {
    return this.versions.get(id);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Save a draft; a published version never changes.' })
  @ApiOkResponse(one(SURVEY_VERSION))
  change(
    @Param('id', IdPipe) id: string,
    @Body() input: SurveyVersionChangeDto,
  ): Promise<SurveyVersion> {
    return this.versions.change(id, input);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish a draft: from now on schools are asked this version.' })
  @ApiOkResponse(one(SURVEY_VERSION))
  publish(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() { version }: PublishSurveyDto,
  ): Promise<SurveyVersion> {
    return this.versions.publish(user, id, version);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Discard a draft, and its survey when it has no other version.' })
  @ApiOkResponse(one(SURVEY_VERSION))
  discard(@Param('id', IdPipe) id: string): Promise<SurveyVersion> {
    return this.versions.discard(id);
  }
}
