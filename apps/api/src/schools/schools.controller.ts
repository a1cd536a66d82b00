import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { School, SignedInUser } from '@tracker/contract';
import { SCHOOL, SCHOOL_FACETS, SCHOOLS_CHANGED } from '@tracker/contract/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { ExportQueryDto } from '../exports/export-query';
import { ExportsService } from '../exports/exports.service';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiExport } from '../openapi/api-export';
import { ApiList, one } from '../openapi/answers';
import { SchoolChangeDto, SchoolsRegionDto } from './schools.dto';
import { SCHOOL_SPEC } from './school-list';
import { SchoolsService } from './schools.service';
import { SCHOOL_EXPORT } from './school-export';

@ApiTags('Schools')
@Controller('schools')
export class SchoolsController {
  constructor(
    private readonly schools: SchoolsService,
    private readonly exports: ExportsService,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Schools; `q` searches name, town, postcode and URN and forgives a typo.',
  })
  @ApiList('schools', SCHOOL_SPEC, SCHOOL)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<School[]> {
    const query = readListQuery(raw, SCHOOL_SPEC);
    return answerList(reply, 'schools', query, await this.schools.list(query));
  }

  @Get('export')
  @ApiExport('schools', SCHOOL_SPEC, 'The whole list of schools as a file.')
  export(@Query() asked: ExportQueryDto, @Req() request: FastifyRequest): Promise<StreamableFile> {
    return this.exports.send(request, asked, SCHOOL_EXPORT, {
      spec: SCHOOL_SPEC,
      statement: (query) => this.schools.listed(query),
    });
  }

  @Get('facets')
  @ApiOperation({ summary: 'Districts and phases on record, for filters.' })
  @ApiOkResponse(one(SCHOOL_FACETS))
  facets(): Promise<{ districts: string[]; phases: string[] }> {
    return this.schools.facets();
  }

  @Post('region')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Set the region of several schools by hand, or let it follow the district.',
  })
  @ApiOkResponse(one(SCHOOLS_CHANGED))
  setRegion(@Body() input: SchoolsRegionDto): Promise<{ schools: number }> {
    return this.schools.setRegion(input);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One school with its state today.' })
  @ApiOkResponse(one(SCHOOL))
  get(@Param('id', IdPipe) id: string): Promise<School> {
    return this.schools.get(id);
  }

  @Put(':id')
  @ApiOperation({ summary: "Change notes or the region; everything else is the register's." })
  @ApiOkResponse(one(SCHOOL))
  change(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: SchoolChangeDto,
  ): Promise<School> {
    return this.schools.change(user, id, input);
  }
}
