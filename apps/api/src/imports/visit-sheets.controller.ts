import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Import, ImportRow, SignedInUser, VisitReading } from '@tracker/contract';
import { IMPORT, IMPORT_ROW, VISIT_READING } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { IMPORT_ROW_SPEC } from './visit-rows.queries';
import { RowDecisionDto, VisitorChoiceDto, VisitReadingOptionsDto } from './visit-sheets.dto';
import { VisitSheetsService } from './visit-sheets.service';

@ApiTags('Imports')
@Controller('imports')
@ApiForbiddenResponse({ description: 'Only the Head of Participation and the administrator may.' })
export class VisitSheetsController {
  constructor(private readonly sheets: VisitSheetsService) {}

  @Get(':id/reading')
  @ApiOperation({
    summary: 'How a file of visits was read: its sheets, columns, questions and what was not read.',
  })
  @ApiOkResponse(one(VISIT_READING))
  reading(@Param('id', IdPipe) id: string): Promise<VisitReading> {
    return this.sheets.reading(id);
  }

  @Post(':id/check')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Read the file of visits again by other options, without sending it again.',
  })
  @ApiAcceptedResponse(one(IMPORT))
  check(@Param('id', IdPipe) id: string, @Body() options: VisitReadingOptionsDto): Promise<Import> {
    return this.sheets.check(id, options);
  }

  @Get(':id/rows')
  @ApiOperation({ summary: 'Every day on the sheets that are read, and what becomes of it.' })
  @ApiList('import-rows', IMPORT_ROW_SPEC, IMPORT_ROW)
  async rows(
    @Param('id', IdPipe) id: string,
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportRow[]> {
    const query = readListQuery(raw, IMPORT_ROW_SPEC);
    return answerList(reply, 'import-rows', query, await this.sheets.rows(id, query));
  }

  @Post(':id/rows/:rowId/decide')
  @HttpCode(200)
  @ApiParam({ name: 'rowId', example: '0-17-2', description: 'Sheet, line and column of the row' })
  @ApiOperation({
    summary: 'Put one row right: its school, its day, or leave it out; {} takes that back.',
  })
  @ApiOkResponse(one(IMPORT_ROW))
  decide(
    @Param('id', IdPipe) id: string,
    @Param('rowId') rowId: string,
    @Body() decision: RowDecisionDto,
    @CurrentUser() user: SignedInUser,
  ): Promise<ImportRow> {
    return this.sheets.decide(user, id, rowId, decision);
  }

  @Post(':id/visitors')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say once whose name or initials these are; the hub remembers it.' })
  @ApiOkResponse(one(VISIT_READING))
  visitors(
    @Param('id', IdPipe) id: string,
    @Body() choice: VisitorChoiceDto,
    @CurrentUser() user: SignedInUser,
  ): Promise<VisitReading> {
    return this.sheets.nameVisitor(user, id, choice);
  }

  @Post(':id/run')
  @HttpCode(202)
  @ApiOperation({ summary: 'Write what was checked. Sent twice, it is done once.' })
  @ApiAcceptedResponse(one(IMPORT))
  run(@Param('id', IdPipe) id: string): Promise<Import> {
    return this.sheets.run(id);
  }
}
