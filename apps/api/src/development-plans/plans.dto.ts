import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  MusicDevelopmentPlanChange,
  NewMusicDevelopmentPlan,
  NewPlanLook,
  NewPriorityTagging,
  PlanFiguresQuery,
  VersionIfSeen,
} from '@tracker/contract';
import {
  FACT_BOUNDS,
  LIMITS,
  LOOK_RESULTS,
  type LookResult,
  PLAN_SPLITS,
  type PlanSplitBy,
} from '@tracker/domain';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { RecordChange } from '../http/echoed-fields';
import { IsDay } from '../http/is-day';
import { Trimmed } from '../http/trimmed';
import { UpTo } from '../http/up-to';
import { SchoolGroupQueryDto } from '../school-answers/school-group.dto';
import { Years, YEARS } from './plan-years.dto';

class PlanAddressDto {
  @ApiPropertyOptional({ type: String, nullable: true, example: 'https://birch.example/music' })
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'The address is a text.' })
  @UpTo(LIMITS.plan.address, 'The address')
  address?: string | null;
}

class PlanFieldsDto extends PlanAddressDto {
  @ApiProperty(YEARS)
  @Years()
  academicYears: string[];

  @ApiPropertyOptional({ format: 'date', description: 'When it was seen; today when left out' })
  @IsOptional()
  @IsDay()
  knownOn?: string;
}

export class NewPlanDto extends PlanFieldsDto implements NewMusicDevelopmentPlan {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'Say which school the plan is of.' })
  schoolId: string;

  @ApiPropertyOptional({ enum: ['seen', 'told'], description: '`seen` when left out' })
  @IsOptional()
  @IsIn(['seen', 'told'], { message: 'A plan is seen, or the school told of it.' })
  knownFrom?: 'seen' | 'told';
}

@RecordChange()
export class PlanChangeDto extends PlanFieldsDto implements MusicDevelopmentPlanChange {
  @ApiProperty({ example: 1 })
  @IsInt({ message: 'Say which version of the plan the change was made from.' })
  version: number;
}

export class PlanRemovalDto implements VersionIfSeen {
  @ApiPropertyOptional({
    example: 1,
    description: 'The version that was looked at; left out, the plan goes whatever it says now',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'The version of the plan is a whole number.' })
  version?: number;
}

export class NewPlanLookDto extends PlanAddressDto implements NewPlanLook {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'Say which school’s plan was looked for.' })
  schoolId: string;

  @ApiProperty({ enum: LOOK_RESULTS })
  @IsIn(LOOK_RESULTS, { message: 'The result is found, none, gone or no_site.' })
  result: LookResult;

  @ApiPropertyOptional({ ...YEARS, description: 'Of the plan that was found' })
  @IsOptional()
  @Years()
  academicYears?: string[];
}

export class PlanFiguresQueryDto extends SchoolGroupQueryDto implements PlanFiguresQuery {
  @ApiPropertyOptional({ enum: PLAN_SPLITS, description: 'Splits the field that is named' })
  @IsOptional()
  @IsIn(PLAN_SPLITS, { message: `A field is split by ${PLAN_SPLITS.join(', ')}.` })
  by?: PlanSplitBy;

  @ApiPropertyOptional({ example: 'hour:ks2', description: 'A field, and of which part' })
  @IsOptional()
  @Matches(/^[a-zA-Z]+(:[a-z0-9]*)?$/, { message: 'A field is written like hour:ks2 or schemes.' })
  field?: string;
}

export class NewPriorityTaggingDto implements NewPriorityTagging {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'Say of which document the text is.' })
  documentId: string;

  @ApiProperty({ example: 'Start a choir' })
  @IsString({ message: 'Give the text as it was confirmed.' })
  @UpTo(FACT_BOUNDS.priority, 'A text')
  text: string;

  @ApiProperty({ example: 'Ensembles' })
  @Trimmed()
  @IsString({ message: 'Give the label.' })
  @Matches(/\S/, { message: 'Give the label.' })
  @UpTo(LIMITS.tag.label, 'A label')
  label: string;
}
