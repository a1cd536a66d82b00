import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlanConfirmation, PlanRejection } from '@tracker/contract';
import {
  type ConfirmedFact,
  FACT_OUTCOMES,
  type FactOutcome,
  LIMITS,
  PLAN_FIELD_NAMES,
  type PlanField,
  type PlanFieldValue,
  REJECT_REASONS,
  type RejectReason,
} from '@tracker/domain';
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
  ValidateNested,
} from 'class-validator';
import { Years, YEARS } from '../plan-years.dto';

/** The multipart body of `POST /api/plan-documents`, for the description of the API; see `sentPlan`. */
export class PlanUploadDto {
  @ApiPropertyOptional({
    ...{ type: 'string', format: 'binary' },
    description: 'PDF, Word document (.docx), saved web page or text, 10 MB at most',
  })
  file?: unknown;

  @ApiPropertyOptional({
    ...{ type: String, maxLength: LIMITS.plan.characters },
    description: 'The text of the plan, in place of a file',
  })
  text?: string;

  @ApiProperty({ format: 'uuid' })
  schoolId: string;

  @ApiPropertyOptional({
    example: 'https://birch.example/music',
    description: 'Where it was found',
  })
  address?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'In place of file and text: the worker gets it from `address`, which is on the school’s own website. Only where the hub has that switched on',
  })
  fetch?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'It is on record of another school, as a trust’s plan is; without it that is refused',
  })
  shared?: boolean;
}

class ConfirmedFactDto implements ConfirmedFact {
  @ApiProperty({ enum: PLAN_FIELD_NAMES, example: 'hubName' })
  @IsString({ message: 'Say which field it is.' })
  field: PlanField;

  @ApiProperty({ enum: FACT_OUTCOMES, example: 'right' })
  @IsIn(FACT_OUTCOMES, { message: 'A field is right, changed or not_stated.' })
  outcome: FactOutcome;

  @ApiPropertyOptional({
    oneOf: ['string', 'number', 'boolean', 'array'].map((type) =>
      type === 'array' ? { type, items: {} } : { type },
    ),
    example: 'Northmere Music Hub',
    description: 'By the field, as `PlanFieldReading` has it; with `changed` alone',
  })
  @IsOptional()
  value?: PlanFieldValue;
}

class PlanVersionDto {
  @ApiProperty({ example: 2 })
  @IsInt({ message: 'Say which version of the document was looked at.' })
  version: number;
}

export class PlanConfirmationDto extends PlanVersionDto implements PlanConfirmation {
  @ApiProperty(YEARS)
  @Years()
  academicYears: string[];

  @ApiProperty({
    type: [ConfirmedFactDto],
    description:
      'Every field that has a suggestion, and others that were filled in; academic years need not be among them',
  })
  @IsArray({ message: 'Facts are a list.' })
  @ArrayMaxSize(100, { message: 'At most 100 facts.' })
  @IsObject({ each: true, message: 'Each fact is an object.' })
  @ValidateNested({ each: true })
  @Type(() => ConfirmedFactDto)
  facts: ConfirmedFactDto[];

  @ApiPropertyOptional({
    type: Boolean,
    description: 'It is for the other schools that have it too; needed where `shareQuestion` asks',
  })
  @IsOptional()
  @IsBoolean({ message: 'shared is true or false.' })
  shared?: boolean;
}

export class PlanRejectionDto extends PlanVersionDto implements PlanRejection {
  @ApiProperty({ enum: REJECT_REASONS, example: 'other_school' })
  @IsIn(REJECT_REASONS, { message: 'Say why: not_a_plan, other_school or unreadable.' })
  reason: RejectReason;
}
