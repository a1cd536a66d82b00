import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { BankHolidayYear } from '@tracker/contract';
import { BANK_HOLIDAY_YEAR } from '@tracker/contract/shapes';
import { one, several } from '../openapi/answers';
import { SaveBankHolidayYearDto } from './calendar.dto';
import { CalendarYearsService } from './calendar-years.service';

@ApiTags('School calendar')
@Controller('bank-holidays')
export class BankHolidaysController {
  constructor(private readonly years: CalendarYearsService) {}

  @Get()
  @ApiOperation({ summary: 'Bank holidays by calendar year, the latest first.' })
  @ApiOkResponse(several('Every year on record.', BANK_HOLIDAY_YEAR))
  list(): Promise<BankHolidayYear[]> {
    return this.years.bankHolidayYears();
  }

  @Get(':year')
  @ApiOperation({ summary: 'Bank holidays of one calendar year.' })
  @ApiOkResponse(one(BANK_HOLIDAY_YEAR))
  @ApiNotFoundResponse({ description: 'Its bank holidays are not on record.' })
  get(@Param('year') year: string): Promise<BankHolidayYear> {
    return this.years.bankHolidayYear(year);
  }

  @Put(':year')
  @ApiOperation({ summary: 'Set the bank holidays of a calendar year, new or there already.' })
  @ApiOkResponse(one(BANK_HOLIDAY_YEAR))
  save(
    @Param('year') year: string,
    @Body() input: SaveBankHolidayYearDto,
  ): Promise<BankHolidayYear> {
    return this.years.saveBankHolidayYear(year, input);
  }
}
