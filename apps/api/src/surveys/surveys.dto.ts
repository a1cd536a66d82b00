import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  NewSurvey,
  NewSurveyLink,
  SchoolSurveyAnswers,
  SurveyVersionChange,
  VisitSurvey,
  RecordVersion,
  SurveyToken,
} from '@tracker/contract';
import { SURVEY_QUESTION } from '@tracker/contract/shapes';
import {
  FORM_PURPOSES,
  type FormPurpose,
  LIMITS,
  SURVEY_LIMITS,
  type SurveyAnswer,
  VISIT_SURVEY,
} from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { RecordChange } from '../http/echoed-fields';
import { IsDay } from '../http/is-day';
import { Trimmed } from '../http/trimmed';
import { SurveyQuestionDto } from './survey-question.dto';
import { UpTo } from '../http/up-to';

const ANSWERS = {
  type: 'object',
  additionalProperties: {},
  description: 'By question key; null is not recorded.',
  example: { first_access: true, music_budget: 500, ensembles: ['choir'] },
} as const;
const PURPOSES_IN_WORDS = `The purpose is one of ${FORM_PURPOSES.join(', ')}.`;
const VERSION_ID = 'Say which version of the survey is answered: its id.';

class TitleDto {
  @ApiProperty({ example: 'Have Your Say 2024-25' })
  @Trimmed()
  @IsString({ message: 'Give the survey a title.' })
  @Matches(/\S/, { message: 'Give the survey a title.' })
  @MaxLength(SURVEY_LIMITS.title, { message: 'The title has at most 120 characters.' })
  title: string;
}

export class NewSurveyDto extends TitleDto implements NewSurvey {
  @ApiPropertyOptional({
    enum: FORM_PURPOSES,
    default: VISIT_SURVEY,
    description: 'Stays as it is',
  })
  @IsOptional()
  @IsIn(FORM_PURPOSES, { message: PURPOSES_IN_WORDS })
  purpose?: FormPurpose;

  @ApiPropertyOptional({ enum: ['empty', 'have_your_say'], default: 'empty' })
  @IsOptional()
  @IsIn(['empty', 'have_your_say'], { message: 'A survey starts from empty or have_your_say.' })
  startFrom?: 'empty' | 'have_your_say';
}

class VersionDto {
  @ApiProperty({ example: 1 })
  @IsInt({ message: 'Say which version of the record this was made from.' })
  version: number;
}

export class PublishSurveyDto extends VersionDto implements RecordVersion {}

@RecordChange()
export class SurveyVersionChangeDto extends TitleDto implements SurveyVersionChange {
  @ApiProperty({ example: 1 })
  @IsInt({ message: 'Say which version of the draft the change was made from.' })
  version: number;

  @ApiProperty({ type: String, nullable: true, example: 'Ten minutes about music at your school.' })
  @IsOptional()
  @IsString({ message: 'The introduction is a text.' })
  @MaxLength(SURVEY_LIMITS.intro, { message: 'The introduction has at most 2,000 characters.' })
  intro: string | null = null;

  @ApiProperty({ type: 'array', items: SURVEY_QUESTION.schema })
  @IsArray({ message: 'Questions are a list.' })
  @ArrayMaxSize(SURVEY_LIMITS.questions, { message: 'A survey has at most 150 questions.' })
  @ValidateNested({ each: true, message: 'Questions are a list.' })
  @Type(() => SurveyQuestionDto)
  questions: SurveyQuestionDto[];
}

/** The field `survey` of a visit's outcome. */
export class VisitSurveyDto implements VisitSurvey {
  @ApiProperty({ format: 'uuid', description: 'A published version, an older one too' })
  @IsUUID(undefined, { message: VERSION_ID })
  versionId: string;

  @ApiProperty(ANSWERS)
  @IsObject({ message: 'Answers are an object of question keys and answers.' })
  answers: Record<string, SurveyAnswer | null>;

  @ApiPropertyOptional({
    default: true,
    description: 'False keeps answers that are not complete; they do not count as submitted',
  })
  @IsOptional()
  @IsBoolean({ message: 'Whether the survey is submitted is true or false.' })
  submitted?: boolean;
}

export class NewSurveyLinkDto implements NewSurveyLink {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'Say which school the link is for.' })
  schoolId: string;

  @ApiPropertyOptional({ enum: FORM_PURPOSES, default: VISIT_SURVEY })
  @IsOptional()
  @IsIn(FORM_PURPOSES, { message: PURPOSES_IN_WORDS })
  purpose?: FormPurpose;

  @ApiPropertyOptional({ example: '2025-01-01', description: 'Last day; default in six weeks' })
  @IsOptional()
  @IsDay()
  expiresOn?: string;
}

export class SurveyTokenDto implements SurveyToken {
  @ApiProperty({ description: 'From the link' })
  @IsString({ message: 'The link is incomplete.' })
  @MaxLength(200, { message: 'The link is incomplete.' })
  token: string;
}

export class SchoolSurveyAnswersDto extends SurveyTokenDto implements SchoolSurveyAnswers {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: VERSION_ID })
  versionId: string;

  @ApiProperty({ ...ANSWERS, description: 'What has changed, by question key; null takes back.' })
  @IsObject({ message: 'Changes are an object of question keys and answers.' })
  changes: Record<string, SurveyAnswer | null>;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Jo Marsh, music lead' })
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'Who filled it in is a text.' })
  @UpTo(LIMITS.schoolSurvey.filledInBy, 'Who filled it in')
  filledInBy?: string | null;

  @ApiPropertyOptional({ default: false, description: 'Hands the survey in' })
  @IsOptional()
  @IsBoolean({ message: 'Whether to hand the survey in is true or false.' })
  submit?: boolean;
}
