import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  atMostSentence,
  capital,
  FACTOR_NAMES,
  FACTORS,
  type FactorName,
  LIMITS,
  type PlanRules,
  type ScoreWeights,
  VISIT_KINDS,
  type VisitKind,
  type WeightPart,
} from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { SaveHubSettings, SavePlanningRules } from '@tracker/contract';
import { UpTo } from '../http/up-to';
import { PlanWordsDto } from './plan-words.dto';

/** What each number of the weights may be. */
const NUMBERS: Record<WeightPart['unit'], (part: WeightPart) => PropertyDecorator> = {
  points({ named, standard }) {
    const message = `${named}: give points from 0 to 100, with one decimal at most.`;
    return applyDecorators(
      ApiProperty({ type: Number, example: standard, minimum: 0, maximum: 100 }),
      IsNumber({ maxDecimalPlaces: 1 }, { message }),
      Min(0, { message }),
      Max(100, { message }),
    );
  },
  months({ named, standard }) {
    const message = `${named}: give whole months from 0 to 600.`;
    return applyDecorators(
      ApiProperty({ type: Number, example: standard, minimum: 0, maximum: 600 }),
      IsInt({ message }),
      Min(0, { message }),
      Max(600, { message }),
    );
  },
  percent({ named, standard }) {
    const message = `${named}: give the percentage that counts in full.`;
    return applyDecorators(
      ApiProperty({ type: Number, example: standard, minimum: 1, maximum: 100 }),
      IsNumber({ maxDecimalPlaces: 1 }, { message }),
    );
  },
};

/** The class of one factor's numbers, checked as its parts say. */
function weightDto(factor: FactorName, parts: Record<string, WeightPart>) {
  const name = `${capital(factor)}WeightDto`;
  const made = { [name]: class {} }[name] as new () => object;
  for (const [field, part] of Object.entries(parts)) {
    NUMBERS[part.unit](part)(made.prototype as object, field);
  }
  return made;
}

/** A number for each factor, or several; each is decorated by what `FACTORS` says of it. */
const ScoreWeightsDto = { ScoreWeightsDto: class {} }.ScoreWeightsDto as new () => ScoreWeights;
for (const factor of FACTOR_NAMES) {
  const rule = FACTORS[factor];
  if ('part' in rule) {
    NUMBERS[rule.part.unit](rule.part)(ScoreWeightsDto.prototype, factor);
  } else {
    const type = weightDto(factor, rule.parts);
    applyDecorators(
      ApiProperty({ type }),
      IsObject({ message: `Give the points for ${rule.label.toLowerCase()}.` }),
      ValidateNested(),
      Type(() => type),
    )(ScoreWeightsDto.prototype, factor);
  }
}

class PlanRulesDto implements PlanRules {
  @ApiProperty({ example: '12-31', description: 'Month and day' })
  @IsString({ message: 'Give the day until which a plan may be renewed.' })
  @UpTo(5, 'The day')
  renewalEndsOn: string;

  @ApiProperty({ type: [String], example: ['Nursery', '16 plus'] })
  @IsArray({ message: 'Phases are a list.' })
  @ArrayMaxSize(20, { message: 'At most 20 phases can be named.' })
  @IsString({ each: true, message: 'A phase is a text.' })
  @MaxLength(LIMITS.school.phase, {
    each: true,
    message: atMostSentence('A phase', LIMITS.school.phase),
  })
  phasesNotExpected: string[];
}

class PlanningRulesDto implements SavePlanningRules {
  @ApiProperty({ example: 14 })
  @IsInt({ message: 'The notice is a whole number of days.' })
  noticeDays: number;

  @ApiProperty({ type: Number, nullable: true, example: 0.12 })
  @ValidateIf(({ cancelShare }: PlanningRulesDto) => cancelShare !== null)
  @IsNumber({}, { message: 'The share that falls through is a number, or null.' })
  cancelShare: number | null;

  @ApiProperty({ example: 24 })
  @IsInt({ message: 'Months between visits are a whole number.' })
  monthsBetween: number;

  @ApiPropertyOptional({ example: 10, description: 'Left out, it stays as it is' })
  @IsOptional()
  @IsInt({ message: 'Offered days are kept for a whole number of days.' })
  offerDays?: number;

  @ApiPropertyOptional({ example: true, description: 'Left out, it stays as it is' })
  @IsOptional()
  @IsBoolean({ message: 'Reminding schools is true or false.' })
  remindSchools?: boolean;
}

export class SaveHubSettingsDto implements SaveHubSettings {
  @ApiProperty({ example: 1, description: 'Of the settings the change was made from' })
  @IsInt({ message: 'Say which version of the settings the change was made from.' })
  version: number;

  @ApiProperty({ enum: VISIT_KINDS, isArray: true, example: ['other'] })
  @IsArray({ message: 'Kinds of visit are a list.' })
  @IsIn(VISIT_KINDS, { each: true, message: `Kinds of visit are ${VISIT_KINDS.join(', ')}.` })
  @ArrayUnique({ message: 'Name each kind of visit once.' })
  kindsNotCounting: VisitKind[];

  @ApiProperty({ example: '2024-25', description: 'First academic year of the first cycle' })
  @IsString({ message: 'Say in which academic year the first cycle starts.' })
  firstCycleStartsIn: string;

  @ApiProperty({ example: 180, description: 'Visits aimed at in an academic year' })
  @IsInt({ message: 'The target is a whole number of visits.' })
  targetVisits: number;

  @ApiProperty({ type: ScoreWeightsDto, description: 'Points of each factor, 100 together' })
  @IsObject({ message: 'Give the points of each factor.' })
  @ValidateNested()
  @Type(() => ScoreWeightsDto)
  weights: ScoreWeights;

  @ApiPropertyOptional({ type: PlanRulesDto, description: 'Left out, they stay as they are' })
  @IsOptional()
  @IsObject({ message: 'Give the rules of music development plans.' })
  @ValidateNested()
  @Type(() => PlanRulesDto)
  planRules?: PlanRulesDto;

  @ApiPropertyOptional({ type: PlanWordsDto, description: 'Left out, they stay as they are' })
  @IsOptional()
  @IsObject({ message: 'Give the names that the hub adds.' })
  @ValidateNested()
  @Type(() => PlanWordsDto)
  planWords?: PlanWordsDto;

  @ApiPropertyOptional({ example: false, description: 'Left out, it stays as it is' })
  @IsOptional()
  @IsBoolean({ message: 'Fetching of plans is true or false.' })
  fetchPlans?: boolean;

  @ApiPropertyOptional({ type: PlanningRulesDto, description: 'Left out, they stay as they are' })
  @IsOptional()
  @IsObject({ message: 'Give the rules by which a year is planned.' })
  @ValidateNested()
  @Type(() => PlanningRulesDto)
  planning?: PlanningRulesDto;

  @ApiPropertyOptional({
    ...{ type: [String], example: ['outlook.office365.com'] },
    description: 'Left out, they stay as they are',
  })
  @IsOptional()
  @IsArray({ message: 'Hosts of calendars are a list.' })
  @ArrayMaxSize(LIMITS.busyCalendar.hosts, {
    message: `There must be at most ${LIMITS.busyCalendar.hosts} hosts of calendars.`,
  })
  @IsString({ each: true, message: 'A host is a text.' })
  calendarHosts?: string[];

  @ApiPropertyOptional({
    ...{ enum: FACTOR_NAMES, isArray: true, example: [] },
    description: 'As it was read; not changed by this',
  })
  @IsOptional()
  @IsArray({ message: 'Factors that are new are a list.' })
  newFactors?: FactorName[];
}
