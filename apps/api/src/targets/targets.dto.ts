import { ApiProperty } from '@nestjs/swagger';
import { MOST_TARGET } from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsObject,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import type { SaveTarget, SaveRegionTarget } from '@tracker/contract';

const MOST_REGIONS = 1_000;

/** A number to aim at, 0 included. @param what as a sentence begins */
function Aim(what: string, example: number): PropertyDecorator {
  const message = `${what}: give a whole number from 0 to ${MOST_TARGET.toLocaleString('en-GB')}.`;
  return applyDecorators(
    ApiProperty({ example, minimum: 0, maximum: MOST_TARGET }),
    IsInt({ message }),
    Min(0, { message }),
    Max(MOST_TARGET, { message }),
  );
}

export class SaveRegionTargetDto implements SaveRegionTarget {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'The region is the id of a region.' })
  regionId: string;

  @Aim('Visits of the region', 60)
  visits: number;

  @Aim('Surveys of the region', 60)
  surveys: number;
}

export class SaveTargetDto implements SaveTarget {
  @ApiProperty({
    example: 0,
    description: 'Of the target the change was made from; 0 for the default',
  })
  @IsInt({ message: 'Say which version of the target the change was made from.' })
  version: number;

  @Aim('Visits', 180)
  visits: number;

  @Aim('Surveys', 180)
  surveys: number;

  @ApiProperty({ type: [SaveRegionTargetDto], description: 'Those set by hand' })
  @IsArray({ message: 'Regions are a list.' })
  @ArrayMaxSize(MOST_REGIONS, { message: 'At most 1,000 regions.' })
  @ArrayUnique((region: SaveRegionTargetDto | null) => region?.regionId, {
    message: 'Name each region once.',
  })
  // A list in the place of one would pass as nothing to check.
  @IsObject({ each: true, message: 'Each entry is an object.' })
  @ValidateNested({ each: true, message: 'Regions are a list.' })
  @Type(() => SaveRegionTargetDto)
  regions: SaveRegionTargetDto[];
}
