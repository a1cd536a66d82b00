import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ReportColumn } from '@tracker/contract';
import { REPORT_COLUMN } from '@tracker/contract/shapes';
import { several } from '../openapi/answers';
import { ReportColumnsService } from './report-columns.service';

@ApiTags('Reports')
@Controller('report-columns')
export class ReportColumnsController {
  constructor(private readonly columns: ReportColumnsService) {}

  @Get()
  @ApiOperation({ summary: 'What figures by school can have beside the URN.' })
  @ApiOkResponse(several('The columns, then the questions of the survey.', REPORT_COLUMN))
  list(): Promise<ReportColumn[]> {
    return this.columns.list();
  }
}
