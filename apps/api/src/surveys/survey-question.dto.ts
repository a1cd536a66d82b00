import { ApiProperty } from '@nestjs/swagger';
import {
  LARGEST_NUMBER,
  QUESTION_PHASES,
  QUESTION_TYPES,
  type QuestionPhase,
  type QuestionType,
  SURVEY_LIMITS,
  type SurveyQuestion,
} from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateNested,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';

const atMost = (what: string, characters: number) => ({
  message: `${what} has at most ${characters.toLocaleString('en-GB')} characters.`,
});
const KEY_LIMIT = 60;
const NOTHING = { type: String, nullable: true } as const;

@ValidatorConstraint({ name: 'conditionValues' })
class ConditionValues implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return (
      Array.isArray(value) &&
      value.length <= SURVEY_LIMITS.options &&
      value.every(
        (one) =>
          typeof one === 'boolean' ||
          typeof one === 'number' ||
          (typeof one === 'string' && one.length <= KEY_LIMIT),
      )
    );
  }

  defaultMessage(): string {
    return 'The answers that show a question are a list of true, false, keys of options or numbers.';
  }
}

class ShowWhenDto {
  @ApiProperty({ example: 'first_access', description: 'Key of an earlier question' })
  @IsString({ message: 'Say which question shows this one.' })
  @MaxLength(KEY_LIMIT, atMost('A key', KEY_LIMIT))
  question: string;

  @ApiProperty({
    type: 'array',
    items: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
    example: [true],
  })
  @Validate(ConditionValues)
  anyOf: (string | number | boolean)[];
}

class SurveyOptionDto {
  @ApiProperty({ example: 'choir' })
  @IsString({ message: 'A choice has a key.' })
  @MaxLength(KEY_LIMIT, atMost('A key', KEY_LIMIT))
  key: string;

  @ApiProperty({ example: 'Choir' })
  @IsString({ message: 'A choice has a text.' })
  @MaxLength(SURVEY_LIMITS.label, atMost('A choice', SURVEY_LIMITS.label))
  label: string;

  @ApiProperty({ description: 'Rules out the others', example: false })
  @IsBoolean({ message: 'Whether a choice rules out the others is true or false.' })
  alone: boolean;
}

/** A question as it is written down; whether it can be asked is the domain's to say on publishing. */
export class SurveyQuestionDto implements SurveyQuestion {
  @ApiProperty({ example: 'first_access' })
  @IsString({ message: 'A question has a key.' })
  @MaxLength(KEY_LIMIT, atMost('A key', KEY_LIMIT))
  key: string;

  @ApiProperty({ enum: QUESTION_TYPES })
  @IsIn(QUESTION_TYPES, { message: `The type is ${QUESTION_TYPES.join(', ')}.` })
  type: QuestionType;

  @ApiProperty({ ...NOTHING, example: 'First Access' })
  @IsOptional()
  @IsString({ message: 'The heading is a text.' })
  @MaxLength(SURVEY_LIMITS.section, atMost('The heading', SURVEY_LIMITS.section))
  section: string | null = null;

  @ApiProperty({ example: 'Is there whole-class instrumental teaching?' })
  @IsString({ message: 'A question has a text.' })
  @MaxLength(SURVEY_LIMITS.text, atMost('A question', SURVEY_LIMITS.text))
  text: string;

  @ApiProperty({ ...NOTHING, example: 'A whole class learns an instrument together.' })
  @IsOptional()
  @IsString({ message: 'The help text is a text.' })
  @MaxLength(SURVEY_LIMITS.help, atMost('The help text', SURVEY_LIMITS.help))
  help: string | null = null;

  @ApiProperty({ example: true })
  @IsBoolean({ message: 'Whether an answer is required is true or false.' })
  required: boolean;

  @ApiProperty({ enum: QUESTION_PHASES, isArray: true, description: 'Empty for all schools' })
  @IsArray({ message: 'Phases are a list.' })
  @ArrayMaxSize(QUESTION_PHASES.length, { message: 'Each phase stands once.' })
  @IsIn(QUESTION_PHASES, { each: true, message: `Phases are ${QUESTION_PHASES.join(', ')}.` })
  phases: QuestionPhase[];

  @ApiProperty({ type: [SurveyOptionDto] })
  @IsArray({ message: 'Choices are a list.' })
  @ArrayMaxSize(SURVEY_LIMITS.options, { message: 'A question has at most 40 choices.' })
  @ValidateNested({ each: true })
  @Type(() => SurveyOptionDto)
  options: SurveyOptionDto[];

  @ApiProperty({ ...NOTHING, example: 'minutes a week' })
  @IsOptional()
  @IsString({ message: 'What a number counts is a text.' })
  @MaxLength(SURVEY_LIMITS.unit, atMost('What a number counts', SURVEY_LIMITS.unit))
  unit: string | null = null;

  @ApiProperty({ type: Number, nullable: true, example: 0 })
  @IsOptional()
  @IsNumber({}, { message: 'The smallest number is a number.' })
  @Min(-LARGEST_NUMBER, { message: 'The smallest number is too small.' })
  min: number | null = null;

  @ApiProperty({ type: Number, nullable: true, example: 600 })
  @IsOptional()
  @IsNumber({}, { message: 'The largest number is a number.' })
  @Max(LARGEST_NUMBER, { message: 'The largest number is at most 9,999,999.' })
  max: number | null = null;

  @ApiProperty({ example: 0, description: 'Digits after the point, 0 to 2' })
  @IsInt({ message: 'Digits after the point are 0, 1 or 2.' })
  @Min(0, { message: 'Digits after the point are 0, 1 or 2.' })
  @Max(2, { message: 'Digits after the point are 0, 1 or 2.' })
  decimals: number;

  @ApiProperty({ ...NOTHING, example: 'Not at all', description: 'What 1 of a rating means' })
  @IsOptional()
  @IsString({ message: 'What 1 means is a text.' })
  @MaxLength(SURVEY_LIMITS.unit, atMost('What 1 means', SURVEY_LIMITS.unit))
  low: string | null = null;

  @ApiProperty({ ...NOTHING, example: 'Very much', description: 'What 5 of a rating means' })
  @IsOptional()
  @IsString({ message: 'What 5 means is a text.' })
  @MaxLength(SURVEY_LIMITS.unit, atMost('What 5 means', SURVEY_LIMITS.unit))
  high: string | null = null;

  @ApiProperty({ type: ShowWhenDto, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ShowWhenDto)
  showWhen: ShowWhenDto | null = null;
}
