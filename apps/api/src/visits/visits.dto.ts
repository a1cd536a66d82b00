import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { VISIT_KINDS, type VisitKind, LIMITS } from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import type {
  CancelVisit,
  ConfirmVisit,
  MoveVisit,
  NewVisit,
  ScheduleVisit,
  VisitNotHeld,
} from '@tracker/contract';
import { IsDay } from '../http/is-day';
import { Trimmed } from '../http/trimmed';
import { UpTo } from '../http/up-to';
import { TransitionDto } from './transition.dto';
import { OutcomeDto } from './visit-outcome.dto';
import { AcceptingDto, TIME, TIME_MESSAGE, VISITOR_MESSAGE } from './visit-warnings.dto';

export class NewVisitDto extends AcceptingDto implements NewVisit {
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

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'They asked for help with singing',
  })
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'Why the visit is planned is a text.' })
  @UpTo(LIMITS.visit.purpose, 'Why the visit is planned')
  purpose?: string | null;

  @ApiPropertyOptional({
    type: OutcomeDto,
    description: 'For a visit that nobody planned: puts it on record and logs it in one',
  })
  @IsOptional()
  @IsObject({ message: 'What came of the visit is an object.' })
  @ValidateNested()
  @Type(() => OutcomeDto)
  outcome?: OutcomeDto;
}

/** Why a step was taken, where the step itself does not ask. */
class ReasonedDto extends TransitionDto {
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Agreed with Jo on the telephone' })
  @IsOptional()
  @IsString({ message: 'The reason is a text.' })
  @UpTo(LIMITS.visit.reason, 'The reason')
  reason?: string | null;
}

export class ConfirmVisitDto extends ReasonedDto implements ConfirmVisit {}

export class ScheduleVisitDto
  extends IntersectionType(ReasonedDto, AcceptingDto)
  implements ScheduleVisit
{
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

export class MoveVisitDto extends TransitionDto implements MoveVisit {
  @ApiProperty({ format: 'uuid', description: 'A school that followed the closed one' })
  @IsUUID(undefined, { message: 'Say which school takes the visit.' })
  schoolId: string;
}

export class CancelVisitDto extends TransitionDto implements CancelVisit {
  @ApiProperty({ enum: ['school', 'hub'] })
  @IsIn(['school', 'hub'], { message: 'Say who cancelled: school or hub.' })
  by: 'school' | 'hub';

  @ApiProperty({ example: 'Inspection announced for the same day' })
  @IsString({ message: 'Give the reason.' })
  @Matches(/\S/, { message: 'Give the reason.' })
  @UpTo(LIMITS.visit.reason, 'The reason')
  reason: string;
}

export class VisitNotHeldDto extends TransitionDto implements VisitNotHeld {
  @ApiProperty({ example: 'The music lead was ill' })
  @IsString({ message: 'Give the reason.' })
  @Matches(/\S/, { message: 'Give the reason.' })
  @UpTo(LIMITS.visit.reason, 'The reason')
  reason: string;
}
