import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AcceptVisitPlan, VisitPlanLineChange, VisitPlanLineFilter } from '@tracker/contract';
import { RULE_KEYS, type RuleKey } from '@tracker/domain';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
} from 'class-validator';
import { IsDay } from '../http/is-day';

const MOST_LINES = 1000;
const CHANGES = ['proposed', 'dropped'] as const;

class SeenVersionDto {
  @ApiProperty({ example: 2, description: 'The version that was seen' })
  @IsInt({ message: 'Say which version of the record the change was made from.' })
  version: number;
}

export class VisitPlanLineChangeDto extends SeenVersionDto implements VisitPlanLineChange {
  @ApiPropertyOptional({ example: '2024-12-05' })
  @IsOptional()
  @IsDay()
  date?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: 'The visitor is the id of a user.' })
  visitorId?: string;

  @ApiPropertyOptional({ description: 'It stays as it is when the plan is made again' })
  @IsOptional()
  @IsBoolean({ message: 'Say whether the line is locked.' })
  locked?: boolean;

  @ApiPropertyOptional({ enum: CHANGES, description: '`dropped`: left out this year' })
  @IsOptional()
  @IsIn(CHANGES, { message: 'The status is proposed or dropped.' })
  status?: (typeof CHANGES)[number];

  @ApiPropertyOptional({ enum: RULE_KEYS, isArray: true, example: ['window'] })
  @IsOptional()
  @IsArray({ message: 'Rules are a list.' })
  @IsIn(RULE_KEYS, { each: true, message: 'One of the rules is not known.' })
  accepting?: RuleKey[];
}

export class AcceptVisitPlanDto extends SeenVersionDto implements AcceptVisitPlan {
  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @IsOptional()
  @IsArray({ message: 'Lines are a list.' })
  @ArrayMaxSize(MOST_LINES, { message: `Accept ${MOST_LINES} lines at most at once.` })
  @IsUUID(undefined, { each: true, message: 'A line is named by its id.' })
  lineIds?: string[];

  @ApiPropertyOptional({ type: Object, example: { halfTerm: 1 }, description: 'As of the list' })
  @IsOptional()
  @IsObject({ message: 'The filter is an object.' })
  filter?: Omit<VisitPlanLineFilter, 'planId'>;

  @ApiPropertyOptional({ description: 'The person knows that the days are assumed' })
  @IsOptional()
  @IsBoolean({ message: 'Say whether assumed days will do.' })
  onAssumedDays?: boolean;
}
