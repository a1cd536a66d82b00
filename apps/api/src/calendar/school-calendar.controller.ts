import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CalendarImport, SchoolCalendarSpan } from '@tracker/contract';
import { CALENDAR_IMPORT, SCHOOL_CALENDAR_SPAN } from '@tracker/contract/shapes';
import { one } from '../openapi/answers';
import { CalendarSpanQueryDto, ImportCalendarDto } from './calendar.dto';
import { SchoolCalendarService } from './school-calendar.service';

@ApiTags('School calendar')
@Controller('school-calendar')
export class SchoolCalendarController {
  constructor(private readonly calendar: SchoolCalendarService) {}

  @Get()
  @ApiOperation({ summary: 'Terms, holidays and bank holidays of a stretch of days.' })
  @ApiOkResponse(one(SCHOOL_CALENDAR_SPAN))
  between(@Query() span: CalendarSpanQueryDto): Promise<SchoolCalendarSpan> {
    return this.calendar.between(span);
  }

  @Post('import')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Import term dates (CSV or JSON) or bank holidays (JSON) from a file; a bad one is refused whole.',
  })
  @ApiOkResponse(one(CALENDAR_IMPORT))
  import(@Body() input: ImportCalendarDto): Promise<CalendarImport> {
    return this.calendar.import(input);
  }
}
