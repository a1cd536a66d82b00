import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInUser, Target, TargetChange } from '@tracker/contract';
import { TARGET, TARGET_CHANGE } from '@tracker/contract/shapes';
import { CurrentUser } from '../auth/request-user';
import { one, several } from '../openapi/answers';
import { AcademicYearPipe } from './academic-year.pipe';
import { SaveTargetDto } from './targets.dto';
import { TargetsService } from './targets.service';

@ApiTags('Progress')
@Controller('targets')
export class TargetsController {
  constructor(private readonly targets: TargetsService) {}

  @Get(':academicYear')
  @ApiOperation({
    summary:
      'What an academic year aims at, split over the regions; a default where nothing is set.',
  })
  @ApiOkResponse(one(TARGET))
  get(@Param('academicYear', AcademicYearPipe) year: string): Promise<Target> {
    return this.targets.get(year);
  }

  @Put(':academicYear')
  @ApiOperation({ summary: 'Set what an academic year aims at, and the shares of some regions.' })
  @ApiOkResponse(one(TARGET))
  save(
    @CurrentUser() user: SignedInUser,
    @Param('academicYear', AcademicYearPipe) year: string,
    @Body() input: SaveTargetDto,
  ): Promise<Target> {
    return this.targets.save(user, year, input);
  }

  @Get(':academicYear/history')
  @ApiOperation({ summary: 'Every change of what an academic year aims at, the newest first.' })
  @ApiOkResponse(several('All of them.', TARGET_CHANGE))
  history(@Param('academicYear', AcademicYearPipe) year: string): Promise<TargetChange[]> {
    return this.targets.history(year);
  }
}
