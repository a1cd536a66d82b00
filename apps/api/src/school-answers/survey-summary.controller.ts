import { Controller, Get, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SurveySummary, SurveyText } from '@tracker/contract';
import { SURVEY_SUMMARY, SURVEY_TEXT } from '@tracker/contract/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerList } from '../http/list-answer';
import { one, several } from '../openapi/answers';
import { exportedFile } from '../openapi/api-export';
import {
  SurveySummaryQueryDto,
  SurveySummaryExportQueryDto,
  SurveyTextsQueryDto,
} from './survey-summary.dto';
import { SurveySummaryExportService } from './survey-summary-export.service';
import { SurveySummaryService } from './survey-summary.service';

const EXPORT = exportedFile('Every figure of the summary.', {
  name: 'what-schools-told-us-2024-25.csv',
  content: 'Section,Question\r\nSinging,Is there a choir?\r\n',
});

@ApiTags('What schools told us')
@Controller()
export class SurveySummaryController {
  constructor(
    private readonly summaries: SurveySummaryService,
    private readonly exports: SurveySummaryExportService,
  ) {}

  @Get('survey-summary')
  @ApiOperation({ summary: 'What schools answered in a year, question by question.' })
  @ApiOkResponse(one(SURVEY_SUMMARY))
  summary(@Query() asked: SurveySummaryQueryDto): Promise<SurveySummary> {
    return this.summaries.summary(asked);
  }

  @Get('survey-summary/export')
  @ApiOperation({ summary: 'The same as a file, a row for each figure.' })
  @ApiOkResponse(EXPORT)
  export(
    @Query() asked: SurveySummaryExportQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return this.exports.send(request, asked);
  }

  @Get('survey-texts')
  @ApiOperation({
    summary: 'What schools wrote to a question, the newest first; nothing where they are too few.',
  })
  @ApiOkResponse(several('A page of the texts.', SURVEY_TEXT))
  async texts(
    @Query() asked: SurveyTextsQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SurveyText[]> {
    const { query, page } = await this.summaries.texts(asked);
    return answerList(reply, 'survey-texts', query, page);
  }
}
