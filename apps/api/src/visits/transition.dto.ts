import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional } from 'class-validator';

/** A transition may say which version it was made from; then a stale one is refused. */
export class TransitionDto {
  @ApiPropertyOptional({ example: 1 })
  @IsOptional()
  @IsInt({ message: 'The version is a whole number.' })
  version?: number;
}
