import { type CalendarFileKind, CALENDAR_FILE_KINDS } from '@tracker/domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type {
  BankHoliday,
  ImportCalendar,
  SaveBankHolidayYear,
  SaveSchoolYear,
  SchoolHoliday,
} from '@tracker/contract';
import { RecordChange } from '../http/echoed-fields';
import { IsDay } from '../http/is-day';
import { Trimmed } from '../http/trimmed';

class YearDto {
  @ApiPropertyOptional({ example: 1, description: 'Absent for a year that is not on record yet' })
  @IsOptional()
  @IsInt({ message: 'The version is a whole number.' })
  version?: number;
}

export class SchoolHolidayDto implements SchoolHoliday {
  @ApiProperty({ example: 'Autumn half term' })
  @Trimmed()
  @IsString({ message: 'Give the holiday a name.' })
  name: string;

  @ApiProperty({ example: '2024-10-28' })
  @IsDay()
  from: string;

  @ApiProperty({ example: '2024-11-01' })
  @IsDay()
  to: string;
}

@RecordChange()
export class SaveSchoolYearDto extends YearDto implements SaveSchoolYear {
  @ApiProperty({ example: '2024-09-02' })
  @IsDay()
  firstDay: string;

  @ApiProperty({ example: '2025-07-22' })
  @IsDay()
  lastDay: string;

  @ApiProperty({ type: [SchoolHolidayDto] })
  @IsArray({ message: 'Holidays are a list.' })
  @ArrayMaxSize(30, { message: 'At most 30 holidays in a school year.' })
  // A list in the place of one would pass as nothing to check.
  @IsObject({ each: true, message: 'Each entry is an object.' })
  @ValidateNested({ each: true })
  @Type(() => SchoolHolidayDto)
  holidays: SchoolHolidayDto[];
}

export class BankHolidayDto implements BankHoliday {
  @ApiProperty({ example: '2024-12-25' })
  @IsDay()
  day: string;

  @ApiProperty({ example: 'Christmas Day' })
  @Trimmed()
  @IsString({ message: 'Give the bank holiday a name.' })
  name: string;
}

@RecordChange()
export class SaveBankHolidayYearDto extends YearDto implements SaveBankHolidayYear {
  @ApiProperty({ type: [BankHolidayDto] })
  @IsArray({ message: 'Bank holidays are a list.' })
  @ArrayMaxSize(30, { message: 'At most 30 bank holidays in a year.' })
  // A list in the place of one would pass as nothing to check.
  @IsObject({ each: true, message: 'Each entry is an object.' })
  @ValidateNested({ each: true })
  @Type(() => BankHolidayDto)
  days: BankHolidayDto[];
}

export class CalendarSpanQueryDto {
  @ApiProperty({ example: '2024-12-01' })
  @IsDay()
  from: string;

  @ApiProperty({ example: '2024-12-31', description: 'At most two years after `from`' })
  @IsDay()
  to: string;
}

export class ImportCalendarDto implements ImportCalendar {
  @ApiProperty({ enum: CALENDAR_FILE_KINDS })
  @IsIn(CALENDAR_FILE_KINDS, { message: 'The kind is term-dates or bank-holidays.' })
  kind: CalendarFileKind;

  @ApiProperty({ description: 'The text of the file: JSON, or of term dates CSV' })
  @IsString({ message: 'Send the text of the file.' })
  @MaxLength(500_000, { message: 'The file is larger than calendars are.' })
  content: string;

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean({ message: 'A dry run is true or false.' })
  dryRun?: boolean;
}
