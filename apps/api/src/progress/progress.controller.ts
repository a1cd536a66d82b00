import { Controller, Get, Query } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { Progress } from '@tracker/contract';
import { PROGRESS } from '@tracker/contract/shapes';
import { one } from '../openapi/answers';
import { ProgressService } from './progress.service';

@ApiTags('Progress')
@Controller('progress')
export class ProgressController {
  constructor(private readonly progress: ProgressService) {}

  @Get()
  @ApiOperation({
    summary:
      'Where an academic year and its cycle stand against the target; each number with the list of what it counts.',
  })
  @ApiQuery({
    ...{ name: 'academicYear', required: false, example: '2024-25' },
    description: 'The one that `asOf` is in when left out',
    schema: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
  })
  @ApiQuery({
    ...{ name: 'regionId', required: false },
    description: 'The whole hub when left out',
    schema: { type: 'string', format: 'uuid' },
  })
  @ApiQuery({
    ...{ name: 'asOf', required: false, example: '2024-11-20' },
    description:
      'The day counted as of. When left out, today, or the last day of a year that is over; a day to come is taken for today',
    schema: { type: 'string', format: 'date' },
  })
  @ApiOkResponse(one(PROGRESS))
  @ApiNotFoundResponse({ description: 'The region is not on record.' })
  get(@Query() query: Record<string, unknown>): Promise<Progress> {
    return this.progress.get(query);
  }
}
