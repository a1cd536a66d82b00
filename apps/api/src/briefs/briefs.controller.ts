import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SchoolBrief } from '@tracker/contract';
import { SCHOOL_BRIEF } from '@tracker/contract/shapes';
import { IdPipe } from '../http/id.pipe';
import { one } from '../openapi/answers';
import { BriefsService } from './briefs.service';

@ApiTags('Schools')
@Controller('schools')
export class BriefsController {
  constructor(private readonly briefs: BriefsService) {}

  @Get(':id/brief')
  @ApiOperation({ summary: 'Everything before one walks into a school, in one answer.' })
  @ApiOkResponse(one(SCHOOL_BRIEF))
  get(@Param('id', IdPipe) id: string): Promise<SchoolBrief> {
    return this.briefs.get(id);
  }
}
