import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  DEFAULT_WEIGHTS,
  VISIT_KINDS,
  type VisitKind,
  type TimeWeight,
  type MealsWeight,
  type ActionsWeight,
  type ScoreWeights,
} from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { SaveHubSettings } from '@tracker/contract';

/** Points of a factor, 0 to 100, one decimal at most. @param what as a sentence begins */
function Points(what: string, example: number): PropertyDecorator {
  const message = `${what}: give points from 0 to 100, with one decimal at most.`;
  return applyDecorators(
    ApiProperty({ example, minimum: 0, maximum: 100 }),
    IsNumber({ maxDecimalPlaces: 1 }, { message }),
    Min(0, { message }),
    Max(100, { message }),
  );
}

function Months(what: string, example: number): PropertyDecorator {
  const message = `${what}: give whole months from 0 to 600.`;
  return applyDecorators(
    ApiProperty({ example, minimum: 0, maximum: 600 }),
    IsInt({ message }),
    Min(0, { message }),
    Max(600, { message }),
  );
}

const { timeSinceVisit: TIME, freeSchoolMeals: MEALS, overdueActions: ACTIONS } = DEFAULT_WEIGHTS;

export class TimeWeightDto implements TimeWeight {
  @Points('Time since the last visit', TIME.most)
  most: number;

  @Months('The month from which time counts', TIME.fromMonths)
  fromMonths: number;

  @Months('The month from which time counts in full', TIME.fullMonths)
  fullMonths: number;
}

export class MealsWeightDto implements MealsWeight {
  @Points('Free school meals', MEALS.most)
  most: number;

  @ApiProperty({ example: MEALS.fullPercent, minimum: 1, maximum: 100 })
  @IsNumber(
    { maxDecimalPlaces: 1 },
    { message: 'Free school meals: give the percentage that counts in full.' },
  )
  fullPercent: number;
}

export class ActionsWeightDto implements ActionsWeight {
  @Points('Overdue actions', ACTIONS.most)
  most: number;

  @Points('Each overdue action', ACTIONS.each)
  each: number;
}

export class ScoreWeightsDto implements ScoreWeights {
  @ApiProperty({ type: TimeWeightDto })
  @IsObject({ message: 'Give the points for the time since the last visit.' })
  @ValidateNested()
  @Type(() => TimeWeightDto)
  timeSinceVisit: TimeWeightDto;

  @ApiProperty({ type: MealsWeightDto })
  @IsObject({ message: 'Give the points for free school meals.' })
  @ValidateNested()
  @Type(() => MealsWeightDto)
  freeSchoolMeals: MealsWeightDto;

  @Points('No current music development plan', DEFAULT_WEIGHTS.noMusicPlan)
  noMusicPlan: number;

  @ApiProperty({ type: ActionsWeightDto })
  @IsObject({ message: 'Give the points for overdue actions.' })
  @ValidateNested()
  @Type(() => ActionsWeightDto)
  overdueActions: ActionsWeightDto;

  @Points('Special school, PRU or alternative provision', DEFAULT_WEIGHTS.specialOrAlternative)
  specialOrAlternative: number;

  @Points('No music lead', DEFAULT_WEIGHTS.noMusicLead)
  noMusicLead: number;
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
  weights: ScoreWeightsDto;
}
