import {
  Body,
  Controller,
  Delete,
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
  ApiGoneResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Report, SignedInUser } from '@tracker/contract';
import { REPORT } from '@tracker/contract/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { ReportFilesService } from './report-files.service';
import { REPORT_SPEC } from './report-list';
import { ReportRequestsService } from './report-requests.service';
import { NewReportDto } from './reports.dto';
import { ReportsService } from './reports.service';

const FILE = { schema: { type: 'string', format: 'binary' }, example: '(the file)' } as const;

@ApiTags('Reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly requests: ReportRequestsService,
    private readonly files: ReportFilesService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Reports that were asked for, the latest first.' })
  @ApiList('reports', REPORT_SPEC, REPORT)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Report[]> {
    const query = readListQuery(raw, REPORT_SPEC);
    return answerList(reply, 'reports', query, await this.reports.list(query));
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Have a report made; look at it for how it goes.' })
  @ApiAcceptedResponse(one(REPORT))
  create(@Body() input: NewReportDto, @CurrentUser() user: SignedInUser): Promise<Report> {
    return this.requests.create(input, user);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One report and how far it is.' })
  @ApiOkResponse(one(REPORT))
  get(@Param('id', IdPipe) id: string): Promise<Report> {
    return this.reports.get(id);
  }

  @Get(':id/file')
  @ApiOperation({ summary: 'The finished file, for seven days.' })
  @ApiOkResponse({
    description: 'The file.',
    content: {
      'application/pdf': FILE,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document': FILE,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': FILE,
      'text/csv': {
        schema: { type: 'string' },
        example: 'URN,School,Visits in the year\r\n117001,Mill Lane School,1\r\n',
      },
    },
  })
  @ApiGoneResponse({ description: 'It has expired.' })
  file(
    @Param('id', IdPipe) id: string,
    @CurrentUser() user: SignedInUser,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return this.files.send(id, { userId: user.id, source: request.id });
  }

  @Post(':id/stop')
  @HttpCode(200)
  @ApiOperation({
    summary: "Give up one's own report that is not made yet; who runs the hub may stop any.",
  })
  @ApiOkResponse(one(REPORT))
  stop(@Param('id', IdPipe) id: string, @CurrentUser() user: SignedInUser): Promise<Report> {
    return this.reports.stop(id, user);
  }

  @Delete(':id')
  @ApiOperation({ summary: "Remove one's own report; who runs the hub may remove any." })
  @ApiOkResponse(one(REPORT))
  remove(@Param('id', IdPipe) id: string, @CurrentUser() user: SignedInUser): Promise<Report> {
    return this.reports.remove(id, user);
  }
}
