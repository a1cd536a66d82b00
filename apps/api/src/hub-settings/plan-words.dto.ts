import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  type AddedName,
  type HubPlanWords,
  LABELLED_FIELDS,
  LIMITS,
  NAMED_LISTS,
} from '@tracker/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsString, ValidateNested } from 'class-validator';

const { entries, others, labels } = LIMITS.planWords;

/** Their lengths are for `checkPlanWords` to judge. */
const Texts = (list: string, most: number) =>
  applyDecorators(
    ApiProperty({ type: [String], example: [] }),
    IsArray({ message: `${list}: give a list of at most ${most}.` }),
    ArrayMaxSize(most, { message: `${list}: give a list of at most ${most}.` }),
    IsString({ each: true, message: `${list}: a name is a text.` }),
  );

class NamedDto implements AddedName {
  @ApiProperty({ example: 'Rocksteady Music School' })
  @IsString({ message: 'A name is a text.' })
  name: string;

  @Texts('Other names', others)
  others: string[];
}

const NamedThings = (list: string) =>
  applyDecorators(
    ApiProperty({ type: [NamedDto] }),
    IsArray({ message: `${list}: give a list of at most ${entries}.` }),
    ArrayMaxSize(entries, { message: `${list}: give a list of at most ${entries}.` }),
    IsObject({ each: true, message: `${list}: each has a name and other names.` }),
    ValidateNested({ each: true }),
    Type(() => NamedDto),
  );

const PlanLabelsDto = { PlanLabelsDto: class {} }.PlanLabelsDto as new () => HubPlanWords['labels'];
for (const field of LABELLED_FIELDS) Texts('Labels', labels)(PlanLabelsDto.prototype, field);

export class PlanWordsDto implements HubPlanWords {
  @Texts('Names of the hub', others)
  hubNames: string[];

  @NamedThings(NAMED_LISTS.schemes)
  schemes: NamedDto[];

  @NamedThings(NAMED_LISTS.instruments)
  instruments: NamedDto[];

  @NamedThings(NAMED_LISTS.organisations)
  organisations: NamedDto[];

  @ApiProperty({ type: PlanLabelsDto })
  @IsObject({ message: 'Give the labels of each field.' })
  @ValidateNested()
  @Type(() => PlanLabelsDto)
  labels: HubPlanWords['labels'];
}
