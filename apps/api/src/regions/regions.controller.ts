import { Body, Controller, Delete, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Region } from '@tracker/contract';
import { REGION } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { NewRegionDto, RegionChangeDto } from './regions.dto';
import { REGION_SPEC, RegionsService } from './regions.service';

@ApiTags('Regions')
@Controller('regions')
export class RegionsController {
  constructor(private readonly regions: RegionsService) {}

  @Get()
  @ApiOperation({ summary: 'Regions with their districts.' })
  @ApiList('regions', REGION_SPEC, REGION)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Region[]> {
    const query = readListQuery(raw, REGION_SPEC);
    return answerList(reply, 'regions', query, await this.regions.list(query));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One region.' })
  @ApiOkResponse(one(REGION))
  get(@Param('id', IdPipe) id: string): Promise<Region> {
    return this.regions.get(id);
  }

  @Post()
  @ApiOperation({ summary: 'Add a region.' })
  @ApiCreatedResponse(one(REGION))
  create(@Body() input: NewRegionDto): Promise<Region> {
    return this.regions.create(input);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change a region; its schools follow their districts.' })
  @ApiOkResponse(one(REGION))
  change(@Param('id', IdPipe) id: string, @Body() input: RegionChangeDto): Promise<Region> {
    return this.regions.change(id, input);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Remove a region without schools.' })
  @ApiOkResponse(one(REGION))
  remove(@Param('id', IdPipe) id: string): Promise<Region> {
    return this.regions.remove(id);
  }
}
