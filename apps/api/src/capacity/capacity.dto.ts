import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LIMITS, MOST_VISITS, type PlanningWindow, type UnavailableDays } from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type {
  NewVisitorAbsence,
  SaveBusyCalendar,
  SavePlanningWindows,
  SaveSchoolAvailability,
  SaveVisitorCapacity,
  VisitorStart,
} from '@tracker/contract';
import { RecordChange } from '../http/echoed-fields';
import { IsDay } from '../http/is-day';
import { Trimmed } from '../http/trimmed';
import { UpTo } from '../http/up-to';

class SavedDto {
  @ApiPropertyOptional({ example: 1, description: 'Absent for what is not on record yet' })
  @IsOptional()
  @IsInt({ message: 'The version is a whole number.' })
  version?: number;
}

const Weekdays = (): PropertyDecorator => (target, name) => {
  ApiProperty({ type: [Number], example: [2, 4], description: '1 Monday to 7 Sunday' })(
    target,
    name,
  );
  IsArray({ message: 'Weekdays are a list.' })(target, name);
  ArrayMaxSize(7, { message: 'A week has seven days.' })(target, name);
  IsInt({ each: true, message: 'Weekdays must be numbers from 1 (Monday) to 7 (Sunday).' })(
    target,
    name,
  );
};

/** One of the two. */
export class StartDto implements VisitorStart {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: 'The school is the id of a school.' })
  schoolId?: string;

  @ApiPropertyOptional({ example: 'Hatfield' })
  @Trimmed()
  @IsOptional()
  @IsString({ message: 'The town is a text.' })
  @UpTo(LIMITS.planning.words, 'The town')
  town?: string;
}

@RecordChange()
export class SaveVisitorCapacityDto extends SavedDto implements SaveVisitorCapacity {
  @ApiProperty({ example: 2, maximum: MOST_VISITS.perDay })
  @IsNumber({}, { message: 'Visits a day are a number.' })
  perDay: number;

  @ApiProperty({ example: 3, maximum: MOST_VISITS.perWeek })
  @IsNumber({}, { message: 'Visits a week are a number.' })
  perWeek: number;

  @ApiProperty({ example: 9, maximum: MOST_VISITS.perHalfTerm })
  @IsNumber({}, { message: 'Visits a half term are a number.' })
  perHalfTerm: number;

  @Weekdays()
  weekdays: number[];

  @ApiPropertyOptional({
    type: StartDto,
    nullable: true,
    description: 'A town or a school on record; null for none. Left out, it stays.',
  })
  @ValidateIf((_, value) => value !== null && value !== undefined)
  @IsObject({ message: 'Say a school or a town.' })
  @ValidateNested()
  @Type(() => StartDto)
  startsFrom?: StartDto | null;
}

export class NewVisitorAbsenceDto implements NewVisitorAbsence {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'The visitor is the id of a user.' })
  userId: string;

  @ApiProperty({ example: '2024-12-09' })
  @IsDay()
  from: string;

  @ApiProperty({ example: '2024-12-13' })
  @IsDay()
  to: string;
}

export class SaveBusyCalendarDto implements SaveBusyCalendar {
  @ApiProperty({ example: 'https://outlook.office365.com/owa/calendar/a/b/calendar.ics' })
  @Trimmed()
  @IsString({ message: 'Paste the whole address, from https:// to .ics.' })
  address: string;
}

export class PlanningWindowDto implements PlanningWindow {
  @ApiProperty({ example: 'Exam season' })
  @Trimmed()
  @IsString({ message: 'Say what it is.' })
  @UpTo(LIMITS.planning.words, 'It')
  words: string;

  @ApiProperty({ example: '2025-05-08' })
  @IsDay()
  from: string;

  @ApiProperty({ example: '2025-06-25' })
  @IsDay()
  to: string;

  @ApiProperty({ type: [String], nullable: true, description: 'Null for every phase' })
  @ValidateIf((_, value) => value !== null)
  @IsArray({ message: 'Phases are a list, or null for all.' })
  @ArrayMaxSize(20, { message: 'Name each phase once.' })
  @IsString({ each: true, message: 'A phase is a text.' })
  phases: string[] | null;
}

@RecordChange()
export class SavePlanningWindowsDto extends SavedDto implements SavePlanningWindows {
  @ApiProperty({ type: [PlanningWindowDto] })
  @IsArray({ message: 'Windows are a list.' })
  @ArrayMaxSize(LIMITS.planning.windows, {
    message: `There must be at most ${LIMITS.planning.windows} windows in a year.`,
  })
  @IsObject({ each: true, message: 'Each entry is an object.' })
  @ValidateNested({ each: true })
  @Type(() => PlanningWindowDto)
  windows: PlanningWindowDto[];
}

export class UnavailableDaysDto implements UnavailableDays {
  @ApiProperty({ example: '2025-02-03' })
  @IsDay()
  from: string;

  @ApiProperty({ example: '2025-02-07' })
  @IsDay()
  to: string;

  @ApiProperty({ example: 'Residential' })
  @Trimmed()
  @IsString({ message: 'Say why.' })
  @UpTo(LIMITS.planning.why, 'The reason')
  why: string;
}

@RecordChange()
export class SaveSchoolAvailabilityDto extends SavedDto implements SaveSchoolAvailability {
  @Weekdays()
  neverWeekdays: number[];

  @Weekdays()
  wishedWeekdays: number[];

  @ApiProperty({ type: [UnavailableDaysDto] })
  @IsArray({ message: 'Days are a list.' })
  @ArrayMaxSize(LIMITS.planning.unavailable, {
    message: `There must be at most ${LIMITS.planning.unavailable} entries.`,
  })
  @IsObject({ each: true, message: 'Each entry is an object.' })
  @ValidateNested({ each: true })
  @Type(() => UnavailableDaysDto)
  unavailable: UnavailableDaysDto[];

  @ApiPropertyOptional({ type: String, nullable: true })
  @Trimmed()
  @IsOptional()
  @IsString({ message: 'The note is a text.' })
  @UpTo(LIMITS.planning.note, 'The note')
  note?: string | null;
}
