import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { NewVisitPlan, SendVisitPlan, UseVisitPlan } from '@tracker/contract';
import { LIMITS, type VisitPlanSettings } from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { PlanningWindowDto } from '../capacity/capacity.dto';
import { IsDay } from '../http/is-day';
import { Trimmed } from '../http/trimmed';
import { UpTo } from '../http/up-to';

const MOST_NAMED = 500;

export class PlanWithoutDto implements NonNullable<VisitPlanSettings['without']> {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray({ message: 'Visitors are a list.' })
  @ArrayMaxSize(MOST_NAMED, { message: `Name ${MOST_NAMED} visitors at most.` })
  @IsUUID(undefined, { each: true, message: 'A visitor is the id of a user.' })
  visitorIds: string[];

  @ApiProperty({ example: '2025-01-06' })
  @IsDay()
  from: string;
}

export class VisitPlanSettingsDto implements VisitPlanSettings {
  @ApiPropertyOptional({
    example: 205,
    description: 'Held, booked and proposed visits together at most',
  })
  @IsOptional()
  @IsNumber({}, { message: 'Visits are a number.' })
  wanted?: number;

  @ApiPropertyOptional({ example: 0.12, description: 'The share expected to fall through' })
  @IsOptional()
  @IsNumber({}, { message: 'The share that falls through is a number.' })
  cancelShare?: number;

  @ApiPropertyOptional({ example: 14, description: 'Days that schools are told before' })
  @IsOptional()
  @IsNumber({}, { message: 'The notice is a number of days.' })
  notice?: number;

  @ApiPropertyOptional({ type: PlanWithoutDto })
  @IsOptional()
  @IsObject({ message: 'Say which visitors, and from when.' })
  @ValidateNested()
  @Type(() => PlanWithoutDto)
  without?: PlanWithoutDto;

  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @IsOptional()
  @IsArray({ message: 'Regions are a list.' })
  @ArrayMaxSize(MOST_NAMED, { message: `Name ${MOST_NAMED} regions at most.` })
  @IsUUID(undefined, { each: true, message: 'A region is named by its id.' })
  regionIds?: string[];

  @ApiPropertyOptional({ example: 1, description: 'Visits a day at most, for every visitor' })
  @IsOptional()
  @IsNumber({}, { message: 'Visits a day are a number.' })
  perDay?: number;

  @ApiPropertyOptional({ type: [PlanningWindowDto], description: 'Beside those of the year' })
  @IsOptional()
  @IsArray({ message: 'Windows are a list.' })
  @ArrayMaxSize(LIMITS.planning.windows + 1, { message: 'That is too many windows.' })
  @ValidateNested({ each: true })
  @Type(() => PlanningWindowDto)
  windows?: PlanningWindowDto[];

  @ApiPropertyOptional({ description: 'False: what was only proposed before is proposed anew' })
  @IsOptional()
  @IsBoolean({ message: 'Say whether proposals are kept.' })
  keepProposals?: boolean;
}

export class NewVisitPlanDto implements NewVisitPlan {
  @ApiProperty({ example: '2024-25' })
  @IsString({ message: 'Write the academic year like 2024-25.' })
  academicYear: string;

  @ApiPropertyOptional({ example: 'Plan of 2024-25' })
  @Trimmed()
  @IsOptional()
  @IsString({ message: 'The name is a text.' })
  @UpTo(LIMITS.visitPlan.name, 'The name')
  name?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Left out, the plan of the year' })
  @IsOptional()
  @IsUUID(undefined, { message: 'The plan before is named by its id.' })
  basedOnId?: string;

  @ApiPropertyOptional({
    description: 'Left out, it is one where its settings suppose something that is not so',
  })
  @IsOptional()
  @IsBoolean({ message: 'Say whether it is a what-if.' })
  whatIf?: boolean;

  @ApiPropertyOptional({ type: VisitPlanSettingsDto })
  @IsOptional()
  @IsObject({ message: 'Settings are an object.' })
  @ValidateNested()
  @Type(() => VisitPlanSettingsDto)
  settings?: VisitPlanSettingsDto;
}

class VersionIfSeenDto {
  @ApiPropertyOptional({ example: 2, description: 'The version that was seen' })
  @IsOptional()
  @IsInt({ message: 'The version is a whole number.' })
  version?: number;
}

export class UseVisitPlanDto extends VersionIfSeenDto implements UseVisitPlan {}

export class SendVisitPlanDto extends VersionIfSeenDto implements SendVisitPlan {}
