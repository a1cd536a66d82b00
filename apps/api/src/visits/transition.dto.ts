import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional } from 'class-validator';
import type { VersionIfSeen } from '@tracker/contract';

/** A transition may say which version it was made from; then a stale one is refused. */
export class TransitionDto implements VersionIfSeen {
  @ApiPropertyOptional({ example: 1 })
  @IsOptional()
  @IsInt({ message: 'The version is a whole number.' })
  version?: number;
}
