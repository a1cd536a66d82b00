import { ApiProperty } from '@nestjs/swagger';
import { NARRATIVE_LIMITS, NARRATIVE_WORDS, type NarrativeField } from '@tracker/domain';
import { IsInt, IsString, MaxLength } from 'class-validator';
import type { ReportNarrativeChange } from '@tracker/contract';
import { RecordChange } from '../http/echoed-fields';

/** A text of the narrative, bounded as the domain says. */
function NarrativeText(field: NarrativeField): PropertyDecorator {
  const limit = NARRATIVE_LIMITS[field];
  const words = NARRATIVE_WORDS[field];
  const count = limit.toLocaleString('en-GB');
  return (target, key) => {
    ApiProperty({ type: String, maxLength: limit })(target, key);
    MaxLength(limit, { message: `${words} has at most ${count} characters.` })(target, key);
    IsString({ message: `${words} is a text; leave it empty for none.` })(target, key);
  };
}

@RecordChange()
export class ReportNarrativeDto implements ReportNarrativeChange {
  @NarrativeText('title')
  title: string;

  @NarrativeText('introduction')
  introduction: string;

  @NarrativeText('highlights')
  highlights: string;

  @NarrativeText('challenges')
  challenges: string;

  @NarrativeText('nextSteps')
  nextSteps: string;

  @ApiProperty({ example: 0, description: '0 while nothing was written.' })
  @IsInt({ message: 'Say which version of the texts the change was made from.' })
  version: number;
}
