import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional } from 'class-validator';

export const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
export const TIME_MESSAGE = 'The time is written HH:MM, 09:30 for one.';
export const VISITOR_MESSAGE = 'The visitor is the id of a user.';

/** A transition may say which version it was made from; then a stale one is refused. */
export class TransitionDto {
  @ApiPropertyOptional({ example: 1 })
  @IsOptional()
  @IsInt({ message: 'The version is a whole number.' })
  version?: number;
}
