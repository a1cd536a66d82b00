import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { LIMITS } from '@tracker/domain';
import type { NewQueueHold, NewPriorityRefresh } from '@tracker/contract';
import { IsDay } from '../http/is-day';
import { UpTo } from '../http/up-to';

export class NewQueueHoldDto implements NewQueueHold {
  @ApiProperty({ enum: ['pin', 'snooze'] })
  @IsIn(['pin', 'snooze'], { message: 'The kind is pin or snooze.' })
  kind: 'pin' | 'snooze';

  @ApiProperty({ example: 'New head teacher asked for a visit before Easter' })
  @IsString({ message: 'Give the reason.' })
  @Matches(/\S/, { message: 'Give the reason.' })
  @UpTo(LIMITS.hold.reason, 'The reason')
  reason: string;

  @ApiProperty({ example: '2025-04-04', description: 'The last day on which it holds' })
  @IsDay()
  untilOn: string;
}

export class NewPriorityRefreshDto implements NewPriorityRefresh {
  @ApiPropertyOptional({ description: 'Every school, not only those that something changed at' })
  @IsOptional()
  @IsBoolean({ message: '"all" is true or false.' })
  all?: boolean;
}
