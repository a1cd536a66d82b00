import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
} from 'class-validator';
import { LIMITS } from '@tracker/domain';
import type { SchoolChange, SchoolsRegion } from '@tracker/contract';
import { RecordChange } from '../http/echoed-fields';
import { UpTo } from '../http/up-to';

@RecordChange()
export class SchoolChangeDto implements SchoolChange {
  @ApiProperty({ example: 3 })
  @IsInt({ message: 'Say which version of the school the change was made from.' })
  version: number;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'Ring the office first; parking is behind the hall.',
  })
  @IsOptional()
  @IsString({ message: 'Notes are a text.' })
  @UpTo(LIMITS.school.notes, 'What you write down')
  notes?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'The region is an id.' })
  regionId?: string | null;

  @ApiPropertyOptional({ description: 'false lets the region follow the district again' })
  @IsOptional()
  @IsBoolean({ message: 'regionSetByHand is true or false.' })
  regionSetByHand?: boolean;
}

export class SchoolsRegionDto implements SchoolsRegion {
  @ApiProperty({ type: [String], description: 'Ids of schools, at most 1,000' })
  @IsArray({ message: 'Choose at least one school.' })
  @ArrayNotEmpty({ message: 'Choose at least one school.' })
  @ArrayMaxSize(1000, { message: 'At most 1,000 schools at a time.' })
  @IsUUID(undefined, { each: true, message: 'Schools are given by their ids.' })
  ids: string[];

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'null: follow the district again',
  })
  @IsOptional()
  @IsUUID(undefined, { message: 'The region is an id.' })
  regionId: string | null;
}
