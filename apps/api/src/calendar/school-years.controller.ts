import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SchoolYear } from '@tracker/contract';
import { SCHOOL_YEAR } from '@tracker/contract/shapes';
import { one, several } from '../openapi/answers';
import { SaveSchoolYearDto } from './calendar.dto';
import { CalendarYearsService } from './calendar-years.service';

@ApiTags('School calendar')
@Controller('school-years')
export class SchoolYearsController {
  constructor(private readonly years: CalendarYearsService) {}

  @Get()
  @ApiOperation({ summary: 'Term dates by academic year, the latest first.' })
  @ApiOkResponse(several('Every school year on record.', SCHOOL_YEAR))
  list(): Promise<SchoolYear[]> {
    return this.years.schoolYears();
  }

  @Get(':year')
  @ApiOperation({ summary: 'Term dates of one academic year, for example 2024-25.' })
  @ApiOkResponse(one(SCHOOL_YEAR))
  @ApiNotFoundResponse({ description: 'Its term dates are not on record.' })
  get(@Param('year') year: string): Promise<SchoolYear> {
    return this.years.schoolYear(year);
  }

  @Put(':year')
  @ApiOperation({ summary: 'Set the term dates of an academic year, new or there already.' })
  @ApiOkResponse(one(SCHOOL_YEAR))
  save(@Param('year') year: string, @Body() input: SaveSchoolYearDto): Promise<SchoolYear> {
    return this.years.saveSchoolYear(year, input);
  }
}
