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
  @IsString({ message: 'Say which question shows this one.' })
  @MaxLength(KEY_LIMIT, atMost('A key', KEY_LIMIT))
  question: string;

  @Validate(ConditionValues)
  anyOf: (string | number | boolean)[];
}

class SurveyOptionDto {
  @IsString({ message: 'A choice has a key.' })
  @MaxLength(KEY_LIMIT, atMost('A key', KEY_LIMIT))
  key: string;

  @IsString({ message: 'A choice has a text.' })
  @MaxLength(SURVEY_LIMITS.label, atMost('A choice', SURVEY_LIMITS.label))
  label: string;

  @IsBoolean({ message: 'Whether a choice rules out the others is true or false.' })
  alone: boolean;
}

/**
 * A question as it is written down, described as the contract's SurveyQuestion. Whether it can be asked is the domain's
 * to say on publishing.
 */
export class SurveyQuestionDto implements SurveyQuestion {
  @IsString({ message: 'A question has a key.' })
  @MaxLength(KEY_LIMIT, atMost('A key', KEY_LIMIT))
  key: string;

  @IsIn(QUESTION_TYPES, { message: `The type is ${QUESTION_TYPES.join(', ')}.` })
  type: QuestionType;

  @IsOptional()
  @IsString({ message: 'The heading is a text.' })
  @MaxLength(SURVEY_LIMITS.section, atMost('The heading', SURVEY_LIMITS.section))
  section: string | null = null;

  @IsString({ message: 'A question has a text.' })
  @MaxLength(SURVEY_LIMITS.text, atMost('A question', SURVEY_LIMITS.text))
  text: string;

  @IsOptional()
  @IsString({ message: 'The help text is a text.' })
  @MaxLength(SURVEY_LIMITS.help, atMost('The help text', SURVEY_LIMITS.help))
  help: string | null = null;

  @IsBoolean({ message: 'Whether an answer is required is true or false.' })
  required: boolean;

  @IsArray({ message: 'Phases are a list.' })
  @ArrayMaxSize(QUESTION_PHASES.length, { message: 'Each phase stands once.' })
  @IsIn(QUESTION_PHASES, { each: true, message: `Phases are ${QUESTION_PHASES.join(', ')}.` })
  phases: QuestionPhase[];

  @IsArray({ message: 'Choices are a list.' })
  @ArrayMaxSize(SURVEY_LIMITS.options, { message: 'A question has at most 40 choices.' })
  @ValidateNested({ each: true, message: 'Choices are a list.' })
  @Type(() => SurveyOptionDto)
  options: SurveyOptionDto[];

  @IsOptional()
  @IsString({ message: 'What a number counts is a text.' })
  @MaxLength(SURVEY_LIMITS.unit, atMost('What a number counts', SURVEY_LIMITS.unit))
  unit: string | null = null;

  @IsOptional()
  @IsNumber({}, { message: 'The smallest number is a number.' })
  @Min(-LARGEST_NUMBER, { message: 'The smallest number is too small.' })
  min: number | null = null;

  @IsOptional()
  @IsNumber({}, { message: 'The largest number is a number.' })
  @Max(LARGEST_NUMBER, { message: 'The largest number is at most 9,999,999.' })
  max: number | null = null;

  @IsInt({ message: 'Digits after the point are 0, 1 or 2.' })
  @Min(0, { message: 'Digits after the point are 0, 1 or 2.' })
  @Max(2, { message: 'Digits after the point are 0, 1 or 2.' })
  decimals: number;

  @IsOptional()
  @IsString({ message: 'What 1 means is a text.' })
  @MaxLength(SURVEY_LIMITS.unit, atMost('What 1 means', SURVEY_LIMITS.unit))
  low: string | null = null;

  @IsOptional()
  @IsString({ message: 'What 5 means is a text.' })
  @MaxLength(SURVEY_LIMITS.unit, atMost('What 5 means', SURVEY_LIMITS.unit))
  high: string | null = null;

  @IsOptional()
  @ValidateNested({ message: 'What shows a question is an object of a question and its answers.' })
  @Type(() => ShowWhenDto)
  showWhen: ShowWhenDto | null = null;
}
