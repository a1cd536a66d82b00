import { Controller, Get, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SchoolNeeds } from '@tracker/contract';
import { SCHOOL_NEEDS } from '@tracker/contract/shapes';
import { academicYearOf } from '@tracker/domain';
import { Clock } from '@tracker/work';
import { readSchoolNeeds } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { one } from '../openapi/answers';
import { SchoolGroupQueryDto } from './school-group.dto';

@ApiTags('What schools told us')
@Controller('school-needs')
export class SchoolNeedsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'What schools need, their barriers and what they want, ranked by the number of schools.',
  })
  @ApiOkResponse(one(SCHOOL_NEEDS))
  get(@Query() group: SchoolGroupQueryDto): Promise<SchoolNeeds> {
    const academicYear = group.academicYear ?? academicYearOf(this.clock.today());
    return readSchoolNeeds(this.dataSource.manager, { ...group, academicYear });
  }
}
