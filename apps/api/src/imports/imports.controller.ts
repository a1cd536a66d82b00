import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Import, ImportFinding, SignedInUser, VisitSheetPreview } from '@tracker/contract';
import { IMPORT, IMPORT_FINDING, VISIT_SHEET_PREVIEW } from '@tracker/contract/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { TakesUpload } from '../http/body-kind';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { FINDING_SPEC } from './findings.queries';
import { ImportFindingsService } from './import-findings.service';
import { ColumnsUploadDto, ImportDecisionDto, ImportUploadDto } from './imports.dto';
import { IMPORT_SPEC } from './imports.queries';
import { ImportsService } from './imports.service';

@ApiTags('Imports')
@Controller('imports')
@ApiForbiddenResponse({ description: 'Only the Head of Participation and the administrator may.' })
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly findings: ImportFindingsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Imports, the latest first; their rejections only one by one.' })
  @ApiList('imports', IMPORT_SPEC, IMPORT)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Import[]> {
    const query = readListQuery(raw, IMPORT_SPEC);
    return answerList(reply, 'imports', query, await this.imports.list(query));
  }

  @Post()
  @HttpCode(202)
  @TakesUpload()
  @ApiBody({ type: ImportUploadDto })
  @ApiOperation({
    summary: 'Send a file to be imported, 128 MB at most; look at the import for how it goes.',
  })
  @ApiAcceptedResponse(one(IMPORT))
  create(@Req() request: FastifyRequest, @CurrentUser() user: SignedInUser): Promise<Import> {
    return this.imports.create(request, user);
  }

  @Post('columns')
  @HttpCode(200)
  @TakesUpload()
  @ApiBody({ type: ColumnsUploadDto })
  @ApiOperation({ summary: 'How the columns of a list of visits would be read; nothing is kept.' })
  @ApiOkResponse(one(VISIT_SHEET_PREVIEW))
  columns(@Req() request: FastifyRequest): Promise<VisitSheetPreview> {
    return this.imports.columns(request);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One import, with its first 100 rejections.' })
  @ApiOkResponse(one(IMPORT))
  get(@Param('id', IdPipe) id: string): Promise<Import> {
    return this.imports.get(id);
  }

  @Get(':id/rejected.csv')
  @ApiOperation({ summary: 'Every row that was not taken, with line, column and reason.' })
  @ApiOkResponse({
    description: 'A file for Excel: the rows under their own column names.',
    content: {
      'text/csv': {
        schema: { type: 'string' },
        example:
          'Line,Column,Reason,URN,EstablishmentName\r\n17,URN,“x” is not a URN.,x,Mill Lane School\r\n',
      },
    },
  })
  async rejected(
    @Param('id', IdPipe) id: string,
    @CurrentUser() user: SignedInUser,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const by = { userId: user.id, source: request.id };
    const { csv, fileName } = await this.imports.rejected(id, by);
    const disposition = `attachment; filename="${fileName}"`;
    return new StreamableFile(csv, { type: 'text/csv; charset=utf-8', disposition });
  }

  @Get(':id/findings')
  @ApiOperation({
    summary: 'What an import found in a register: schools to close, regions kept, values left out.',
  })
  @ApiList('findings', FINDING_SPEC, IMPORT_FINDING)
  async findingsOf(
    @Param('id', IdPipe) id: string,
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportFinding[]> {
    const query = readListQuery(raw, FINDING_SPEC);
    return answerList(reply, 'findings', query, await this.findings.list(id, query));
  }

  @Post(':id/decisions')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Close or keep schools that the register no longer has, or take that back.',
  })
  @ApiOkResponse(one(IMPORT))
  decide(
    @Param('id', IdPipe) id: string,
    @Body() input: ImportDecisionDto,
    @CurrentUser() user: SignedInUser,
  ): Promise<Import> {
    return this.findings.decide(id, input, user);
  }

  @Post(':id/stop')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give up an import that has not finished; nothing of it stays.' })
  @ApiOkResponse(one(IMPORT))
  stop(@Param('id', IdPipe) id: string, @CurrentUser() user: SignedInUser): Promise<Import> {
    return this.imports.stop(id, user);
  }

  @Post(':id/undo')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Take a whole import back, updates included; what was changed since stays.',
  })
  @ApiAcceptedResponse(one(IMPORT))
  undo(@Param('id', IdPipe) id: string, @CurrentUser() user: SignedInUser): Promise<Import> {
    return this.imports.undo(id, user);
  }

  @Post(':id/apply')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Import the file of a finished dry run for real, without sending it again.',
  })
  @ApiAcceptedResponse(one(IMPORT))
  apply(@Param('id', IdPipe) id: string, @CurrentUser() user: SignedInUser): Promise<Import> {
    return this.imports.apply(id, user);
  }
}
