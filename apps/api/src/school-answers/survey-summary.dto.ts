import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { EXPORT_FORMATS, type ExportFormat, type NewAnswerTagging } from '@tracker/contract';
import { LIMITS, type AcademicYear } from '@tracker/domain';
import { IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { Trimmed } from '../http/trimmed';
import { IsAcademicYear, SchoolGroupQueryDto } from './school-group.dto';
import { UpTo } from '../http/up-to';

const KEY = /^[a-z][a-z0-9_]{0,59}$/;
const KEY_MESSAGE = 'Give the key of a question, for example hub_could_do.';

export class SurveySummaryQueryDto extends SchoolGroupQueryDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Left out, in each year the survey that most schools answered',
  })
  @IsOptional()
  @IsUUID(undefined, { message: 'The survey is the id of a survey.' })
  surveyId?: string;

  @ApiPropertyOptional({ example: '2023-24', description: 'A year to compare with' })
  @IsOptional()
  @IsAcademicYear()
  compareWith?: AcademicYear;
}

export class SurveySummaryExportQueryDto extends SurveySummaryQueryDto {
  @ApiPropertyOptional({ enum: EXPORT_FORMATS, default: 'csv' })
  @IsOptional()
  @IsIn(EXPORT_FORMATS, { message: 'format is csv or xlsx.' })
  format?: ExportFormat;
}

export class SurveyTextsQueryDto extends SchoolGroupQueryDto {
  @ApiProperty({ example: 'hub_could_do' })
  @Matches(KEY, { message: KEY_MESSAGE })
  questionKey: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: 'The survey is the id of a survey.' })
  surveyId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only texts with this label' })
  @IsOptional()
  @IsUUID(undefined, { message: 'The label is the id of a label.' })
  tagId?: string;

  @ApiPropertyOptional({ description: 'First and last row, 0 the first', example: '[0,24]' })
  @IsOptional()
  @IsString()
  range?: string;
}

export class NewAnswerTaggingDto implements NewAnswerTagging {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'Say whose text it is.' })
  responseId: string;

  @ApiProperty({ example: 'hub_could_do' })
  @Matches(KEY, { message: KEY_MESSAGE })
  questionKey: string;

  @ApiProperty({ example: 'Instruments' })
  @Trimmed()
  @IsString({ message: 'Give the label.' })
  @Matches(/\S/, { message: 'Give the label.' })
  @UpTo(LIMITS.tag.label, 'A label')
  label: string;
}
