import { Controller, Get, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PlanFactsOfSchool, PlanFigures } from '@tracker/contract';
import { PLAN_FACTS_OF_SCHOOL, PLAN_FIGURES } from '@tracker/contract/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportQueryDto } from '../exports/export-query';
import { ExportsService } from '../exports/exports.service';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { ApiExport } from '../openapi/api-export';
import { PLAN_FACT_EXPORT } from './plan-fact-export';
import { PLAN_FACT_SPEC } from './plan-figures.queries';
import { PlanFiguresService } from './plan-figures.service';
import { PlanFiguresQueryDto } from './plans.dto';

@ApiTags('Music development plans')
@Controller()
export class PlanFiguresController {
  constructor(
    private readonly figures: PlanFiguresService,
    private readonly exports: ExportsService,
  ) {}

  @Get('plan-figures')
  @ApiOperation({
    summary:
      'How many schools are in which state, by region; with an academic year what confirmed plans say.',
  })
  @ApiOkResponse(one(PLAN_FIGURES))
  count(@Query() asked: PlanFiguresQueryDto): Promise<PlanFigures> {
    return this.figures.figures(asked);
  }

  @Get('plan-facts')
  @ApiOperation({ summary: 'Schools with a confirmed plan for a year, and what it says.' })
  @ApiList('plan-facts', PLAN_FACT_SPEC, PLAN_FACTS_OF_SCHOOL)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanFactsOfSchool[]> {
    const query = readListQuery(raw, PLAN_FACT_SPEC);
    return answerList(reply, 'plan-facts', query, await this.figures.list(query));
  }

  @Get('plan-facts/export')
  @ApiExport('plan-facts', PLAN_FACT_SPEC, 'The same as a file, a school a row.')
  export(@Query() asked: ExportQueryDto, @Req() request: FastifyRequest): Promise<StreamableFile> {
    return this.exports.send(request, asked, PLAN_FACT_EXPORT, {
      spec: PLAN_FACT_SPEC,
      statement: (query) => this.figures.listed(query),
    });
  }
}
