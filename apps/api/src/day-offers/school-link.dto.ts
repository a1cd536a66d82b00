import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type AnswerToken,
  type CannotMakeVisit,
  OFFER_ANSWERS,
  type OfferedDaysAnswer,
} from '@tracker/contract';
import { LIMITS } from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../http/is-day';
import { Trimmed } from '../http/trimmed';
import { UpTo } from '../http/up-to';

const { words } = LIMITS.dayOffer;

export class AnswerTokenDto implements AnswerToken {
  @ApiProperty({ description: 'From the link' })
  @IsString({ message: 'The link is incomplete.' })
  @MaxLength(200, { message: 'The link is incomplete.' })
  token: string;
}

class StretchDto {
  @ApiProperty({ example: '2025-02-03' })
  @IsDay()
  from: string;

  @ApiProperty({ example: '2025-02-28' })
  @IsDay()
  to: string;
}

class SayingDto extends AnswerTokenDto {
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Building work' })
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'The reason is a text.' })
  @UpTo(words, 'The reason')
  reason?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '2025-03-03' })
  @IsOptional()
  @IsDay()
  notBefore?: string | null;

  @ApiPropertyOptional({ type: [Number], example: [5], description: '1 Monday to 5 Friday' })
  @IsOptional()
  @IsArray({ message: 'Weekdays are a list.' })
  @ArrayMaxSize(7, { message: 'Weekdays are a list.' })
  @IsInt({ each: true, message: 'A weekday is a number from 1, Monday, to 5, Friday.' })
  neverWeekdays?: number[];

  @ApiPropertyOptional({ type: [StretchDto] })
  @IsOptional()
  @IsArray({ message: 'Days on which you cannot are a list.' })
  @ArrayMaxSize(50, { message: 'Give fewer stretches of days.' })
  @ValidateNested({ each: true, message: 'Days on which you cannot are a list.' })
  @Type(() => StretchDto)
  cannot?: StretchDto[];
}

export class OfferedDaysAnswerDto extends SayingDto implements OfferedDaysAnswer {
  @ApiProperty({ enum: OFFER_ANSWERS })
  @IsIn(OFFER_ANSWERS, { message: 'The answer is take, none or propose.' })
  answer: (typeof OFFER_ANSWERS)[number];

  @ApiPropertyOptional({ example: '2024-12-03', description: 'With `take`' })
  @IsOptional()
  @IsDay()
  date?: string;

  @ApiPropertyOptional({ type: [String], example: ['2024-12-10'], description: 'With `propose`' })
  @IsOptional()
  @IsArray({ message: 'Days are a list.' })
  @ArrayMaxSize(20, { message: 'Propose fewer days.' })
  @IsString({ each: true, message: 'A day is a text.' })
  days?: string[];

  @ApiPropertyOptional({ type: String, nullable: true, description: 'With `propose`' })
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'What you write is a text.' })
  @UpTo(words, 'What you write')
  words?: string | null;
}

export class CannotMakeVisitDto extends SayingDto implements CannotMakeVisit {}
