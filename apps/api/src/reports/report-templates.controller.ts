import { Body, Controller, Delete, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ReportTemplate } from '@tracker/contract';
import { REPORT_TEMPLATE } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { NewReportTemplateDto, ReportTemplateChangeDto } from './report-templates.dto';
import { REPORT_TEMPLATE_SPEC, ReportTemplatesService } from './report-templates.service';

@ApiTags('Reports')
@Controller('report-templates')
export class ReportTemplatesController {
  constructor(private readonly templates: ReportTemplatesService) {}

  @Get()
  @ApiOperation({ summary: 'Choices of columns for figures by school.' })
  @ApiList('report-templates', REPORT_TEMPLATE_SPEC, REPORT_TEMPLATE)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportTemplate[]> {
    const query = readListQuery(raw, REPORT_TEMPLATE_SPEC);
    return answerList(reply, 'report-templates', query, await this.templates.list(query));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One choice of columns.' })
  @ApiOkResponse(one(REPORT_TEMPLATE))
  get(@Param('id', IdPipe) id: string): Promise<ReportTemplate> {
    return this.templates.get(id);
  }

  @Post()
  @ApiOperation({ summary: 'Keep a choice of columns under a name.' })
  @ApiCreatedResponse(one(REPORT_TEMPLATE))
  create(@Body() input: NewReportTemplateDto): Promise<ReportTemplate> {
    return this.templates.create(input);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change its name or columns.' })
  @ApiOkResponse(one(REPORT_TEMPLATE))
  change(
    @Param('id', IdPipe) id: string,
    @Body() input: ReportTemplateChangeDto,
  ): Promise<ReportTemplate> {
    return this.templates.change(id, input);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Remove it; reports made by it stay.' })
  @ApiOkResponse(one(REPORT_TEMPLATE))
  remove(@Param('id', IdPipe) id: string): Promise<ReportTemplate> {
    return this.templates.remove(id);
  }
}
