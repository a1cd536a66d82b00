import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LIMITS, OUTCOME_TAG_KINDS, type OutcomeTagKind } from '@tracker/domain';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches } from 'class-validator';
import type { NewOutcomeTag, OutcomeTagChange } from '@tracker/contract';
import { RecordChange } from '../http/echoed-fields';
import { Trimmed } from '../http/trimmed';
import { UpTo } from '../http/up-to';

class OutcomeTagFieldsDto {
  @ApiProperty({ example: 'Singing' })
  @Trimmed()
  @IsString({ message: 'Give it a name.' })
  @Matches(/\S/, { message: 'Give it a name.' })
  @UpTo(LIMITS.tag.label, 'The name')
  label: string;
}

export class NewOutcomeTagDto extends OutcomeTagFieldsDto implements NewOutcomeTag {
  @ApiProperty({ enum: OUTCOME_TAG_KINDS })
  @IsIn(OUTCOME_TAG_KINDS, { message: 'The kind is strength or need.' })
  kind: OutcomeTagKind;
}

@RecordChange()
export class OutcomeTagChangeDto extends OutcomeTagFieldsDto implements OutcomeTagChange {
  @ApiPropertyOptional({ description: 'One that is not stays with its visits, hidden elsewhere' })
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  active?: boolean;

  @ApiProperty({ example: 1 })
  @IsInt({ message: 'Say which version of it the change was made from.' })
  version: number;
}
