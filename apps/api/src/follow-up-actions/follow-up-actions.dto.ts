import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ACTION_PRIORITIES,
  ACTION_STATUSES,
  type ActionPriority,
  type ActionStatus,
  LIMITS,
} from '@tracker/domain';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import type {
  ActionToVisit,
  NewFollowUpAction,
  FollowUpActionChange,
  VersionIfSeen,
} from '@tracker/contract';
import { IsDay } from '../http/is-day';
import { Trimmed } from '../http/trimmed';
import { UpTo } from '../http/up-to';
import { RecordChange } from '../http/echoed-fields';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

class ActionFieldsDto {
  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString({ message: 'The detail is a text.' })
  @UpTo(LIMITS.action.detail, 'The detail')
  detail?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'The owner is the id of a user.' })
  ownerId?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '2025-01-17' })
  @IsOptional()
  @IsDay()
  dueOn?: string | null;

  @ApiPropertyOptional({ enum: ACTION_PRIORITIES, default: 'normal' })
  @IsOptional()
  @IsIn(ACTION_PRIORITIES, { message: 'The priority is low, normal or high.' })
  priority?: ActionPriority;

  @ApiPropertyOptional({ enum: ACTION_STATUSES, default: 'open' })
  @IsOptional()
  @IsIn(ACTION_STATUSES, { message: 'The status is open, in_progress, done or dropped.' })
  status?: ActionStatus;
}

export class NewActionDto extends ActionFieldsDto implements NewFollowUpAction {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'Say which school the action is for.' })
  schoolId: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'The visit is an id.' })
  visitId?: string | null;

  @ApiProperty({ example: 'Send the instrument hire form' })
  @Trimmed()
  @IsString({ message: 'Say what is to be done.' })
  @Matches(/\S/, { message: 'Say what is to be done.' })
  @UpTo(LIMITS.action.title, 'The title of an action')
  title: string;
}

@RecordChange()
export class ActionChangeDto extends ActionFieldsDto implements FollowUpActionChange {
  @ApiProperty({ example: 1 })
  @IsInt({ message: 'Say which version of the action the change was made from.' })
  version: number;

  @ApiPropertyOptional({ example: 'Send the instrument hire form' })
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'Say what is to be done.' })
  @Matches(/\S/, { message: 'Say what is to be done.' })
  @UpTo(LIMITS.action.title, 'The title of an action')
  title?: string;
}

export class ActionToVisitDto implements ActionToVisit {
  @ApiPropertyOptional({ example: 1 })
  @IsOptional()
  @IsInt({ message: 'The version of the action is a whole number.' })
  version?: number;

  @ApiPropertyOptional({ type: String, nullable: true, example: '2025-01-21' })
  @IsOptional()
  @IsDay()
  scheduledOn?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '09:30' })
  @IsOptional()
  @Matches(TIME, { message: 'Write the time as HH:MM, for example 09:30.' })
  startTime?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'The visitor is the id of a user.' })
  visitorId?: string | null;
}

export class ActionRemovalDto implements VersionIfSeen {
  @ApiPropertyOptional({
    example: 1,
    description: 'The version that was looked at; left out, the action goes whatever it says now',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'The version of the action is a whole number.' })
  version?: number;
}
