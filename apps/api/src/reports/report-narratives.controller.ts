import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { ReportNarrative } from '@tracker/contract';
import { REPORT_NARRATIVE } from '@tracker/contract/shapes';
import { one } from '../openapi/answers';
import { ReportNarrativeDto } from './report-narratives.dto';
import { ReportNarrativesService } from './report-narratives.service';

const YEAR = { name: 'academicYear', example: '2024-25' };

@ApiTags('Reports')
@Controller('report-narratives')
export class ReportNarrativesController {
  constructor(private readonly narratives: ReportNarrativesService) {}

  @Get(':academicYear')
  @ApiOperation({ summary: "What is written around a year's figures in the stakeholder report." })
  @ApiParam(YEAR)
  @ApiOkResponse(one(REPORT_NARRATIVE))
  get(@Param('academicYear') academicYear: string): Promise<ReportNarrative> {
    return this.narratives.get(academicYear);
  }

  @Put(':academicYear')
  @ApiOperation({ summary: "Write what stands around a year's figures." })
  @ApiParam(YEAR)
  @ApiOkResponse(one(REPORT_NARRATIVE))
  save(
    @Param('academicYear') academicYear: string,
    @Body() input: ReportNarrativeDto,
  ): Promise<ReportNarrative> {
    return this.narratives.save(academicYear, input);
  }
}
