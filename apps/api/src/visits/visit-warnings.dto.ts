import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  VISIT_KINDS,
  VISIT_WARNING_KEYS,
  type VisitKind,
  type VisitWarningKey,
} from '@tracker/domain';
import { IsArray, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import type { VisitWarningsQuery, AcceptsWarnings } from '@tracker/contract';
import { IsDay } from '../http/is-day';

export const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
export const TIME_MESSAGE = 'Write the time as HH:MM, for example 09:30.';
export const VISITOR_MESSAGE = 'The visitor is the id of a user.';

/** The warnings a person has seen and accepts. */
export class AcceptingDto implements AcceptsWarnings {
  @ApiPropertyOptional({
    enum: VISIT_WARNING_KEYS,
    isArray: true,
    description:
      'Warnings that have been seen and are accepted. When given, any other is answered 409; when absent, the visit goes through and its history keeps them.',
  })
  @IsOptional()
  @IsArray({ message: 'What is accepted is a list of warnings.' })
  @IsIn(VISIT_WARNING_KEYS, {
    each: true,
    message: `A warning is one of ${VISIT_WARNING_KEYS.join(', ')}.`,
  })
  accepting?: VisitWarningKey[];
}

export class VisitWarningsQueryDto implements VisitWarningsQuery {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'Say which school is to be visited.' })
  schoolId: string;

  @ApiPropertyOptional({ enum: VISIT_KINDS, default: 'cycle' })
  @IsOptional()
  @IsIn(VISIT_KINDS, { message: 'The kind is cycle, follow_up or other.' })
  kind?: VisitKind;

  @ApiPropertyOptional({ example: '2024-12-03' })
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

  @ApiPropertyOptional({ format: 'uuid', description: 'A visit that is not in its own way' })
  @IsOptional()
  @IsUUID(undefined, { message: 'The visit to leave out is the id of a visit.' })
  exceptVisitId?: string;
}
