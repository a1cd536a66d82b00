import { ApiProperty, ApiPropertyOptional, ApiSchema, IntersectionType } from '@nestjs/swagger';
import { VISIT_KINDS, type VisitKind } from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../http/is-day';
import { Trimmed } from '../http/trimmed';
import { AcceptingDto, TIME, TIME_MESSAGE, VISITOR_MESSAGE } from './visit-warnings.dto';

export class NewVisitDto extends AcceptingDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'Say which school is to be visited.' })
  schoolId: string;

  @ApiPropertyOptional({ enum: VISIT_KINDS, default: 'cycle' })
  @IsOptional()
  @IsIn(VISIT_KINDS, { message: 'The kind is cycle, follow_up or other.' })
  kind?: VisitKind;

  @ApiPropertyOptional({
    example: '2024-12-03',
    description: 'A visit with a day is scheduled, one without is proposed',
  })
  @IsOptional()
  @IsDay()
  scheduledOn?: string;

  @ApiPropertyOptional({ example: '09:30' })
  @IsOptional()
  @Matches(TIME, { message: TIME_MESSAGE })
  startTime?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: VISITOR_MESSAGE })
  visitorId?: string;
}

/** A transition may say which version it was made from; then a stale one is refused. */
class TransitionDto {
  @ApiPropertyOptional({ example: 1 })
  @IsOptional()
  @IsInt({ message: 'The version is a whole number.' })
  version?: number;
}

/** Why a step was taken, where the step itself does not ask. */
class ReasonedDto extends TransitionDto {
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Agreed with Jo on the telephone' })
  @IsOptional()
  @IsString({ message: 'The reason is a text.' })
  @MaxLength(2000, { message: 'The reason has at most 2,000 characters.' })
  reason?: string | null;
}

export class ConfirmVisitDto extends ReasonedDto {}

export class ScheduleVisitDto extends IntersectionType(ReasonedDto, AcceptingDto) {
  @ApiProperty({ example: '2024-12-03' })
  @IsDay()
  scheduledOn: string;

  @ApiPropertyOptional({ type: String, example: '09:30', nullable: true })
  @IsOptional()
  @Matches(TIME, { message: TIME_MESSAGE })
  startTime?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: VISITOR_MESSAGE })
  visitorId?: string | null;
}

export class MoveVisitDto extends TransitionDto {
  @ApiProperty({ format: 'uuid', description: 'A school that followed the closed one' })
  @IsUUID(undefined, { message: 'Say which school takes the visit.' })
  schoolId: string;
}

export class CancelVisitDto extends TransitionDto {
  @ApiProperty({ enum: ['school', 'hub'] })
  @IsIn(['school', 'hub'], { message: 'Say who cancelled: school or hub.' })
  by: 'school' | 'hub';

  @ApiProperty({ example: 'Inspection announced for the same day' })
  @IsString({ message: 'Give the reason.' })
  @Matches(/\S/, { message: 'Give the reason.' })
  @MaxLength(2000, { message: 'The reason has at most 2,000 characters.' })
  reason: string;
}

export class VisitNotHeldDto extends TransitionDto {
  @ApiProperty({ example: 'The music lead was ill' })
  @IsString({ message: 'Give the reason.' })
  @Matches(/\S/, { message: 'Give the reason.' })
  @MaxLength(2000, { message: 'The reason has at most 2,000 characters.' })
  reason: string;
}

// Follow-up actions have a body of the same name.
@ApiSchema({ name: 'AgreedActionDto' })
export class NewActionDto {
  @ApiProperty({ example: 'Send the instrument hire form' })
  @Trimmed()
  @IsString({ message: 'Say what is to be done.' })
  @Matches(/\S/, { message: 'Say what is to be done.' })
  @MaxLength(300, { message: 'The title of an action has at most 300 characters.' })
  title: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  detail?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'The owner is the id of a user.' })
  ownerId?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '2025-01-17' })
  @IsOptional()
  @IsDay()
  dueOn?: string | null;

  @ApiPropertyOptional({ enum: ['low', 'normal', 'high'], default: 'normal' })
  @IsOptional()
  @IsIn(['low', 'normal', 'high'], { message: 'The priority is low, normal or high.' })
  priority?: 'low' | 'normal' | 'high';
}

export class LogVisitDto extends TransitionDto {
  @ApiProperty({ example: '2024-12-03' })
  @IsDay()
  visitedOn: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Jo Marsh, music lead' })
  @IsOptional()
  @IsString({ message: 'Whom you met is a text.' })
  @MaxLength(500, { message: 'Whom you met has at most 500 characters.' })
  metWith?: string | null;

  @ApiProperty({
    example: 'Two choirs, no whole-class instrumental teaching; wants help with the plan.',
  })
  @IsString({ message: 'Write down what you found.' })
  @Matches(/\S/, { message: 'Write down what you found.' })
  @MaxLength(20_000, { message: 'What you found has at most 20,000 characters.' })
  summary: string;

  @ApiPropertyOptional({ type: [NewActionDto] })
  @IsOptional()
  @IsArray({ message: 'Actions are a list.' })
  @ArrayMaxSize(50, { message: 'At most 50 actions from one visit.' })
  @ValidateNested({ each: true })
  @Type(() => NewActionDto)
  actions?: NewActionDto[];
}
