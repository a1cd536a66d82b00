import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LIMITS, OPEN_ACTIONS_OF_VOID, type OpenActionsOfVoid } from '@tracker/domain';
import { IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import type { UnvoidVisit, VisitToSchool, VoidVisit } from '@tracker/contract';
import { Trimmed } from '../http/trimmed';
import { TransitionDto } from './transition.dto';
import { UpTo } from '../http/up-to';

/** Taking back asks why: others have to understand it years later. */
class TakingBackDto extends TransitionDto {
  @ApiProperty({ example: 'It was logged a second time' })
  @Trimmed()
  @IsString({ message: 'Give the reason.' })
  @Matches(/\S/, { message: 'Give the reason.' })
  @UpTo(LIMITS.visit.reason, 'The reason')
  reason: string;
}

export class VoidVisitDto extends TakingBackDto implements VoidVisit {
  @ApiPropertyOptional({
    enum: OPEN_ACTIONS_OF_VOID,
    default: 'keep',
    description: 'What happens to its actions that are still open',
  })
  @IsOptional()
  @IsIn(OPEN_ACTIONS_OF_VOID, { message: 'Say whether its open actions are kept: keep or drop.' })
  openActions?: OpenActionsOfVoid;
}

export class UnvoidVisitDto extends TakingBackDto implements UnvoidVisit {}

export class VisitToSchoolDto extends TakingBackDto implements VisitToSchool {
  @ApiProperty({ format: 'uuid', description: 'The school that was visited' })
  @IsUUID(undefined, { message: 'Say which school was visited.' })
  schoolId: string;
}
