import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Matches,
} from 'class-validator';
import { LIMITS } from '@tracker/domain';
import type { NewRegion, RegionChange } from '@tracker/contract';
import { Trimmed } from '../http/trimmed';
import { RecordChange } from '../http/echoed-fields';
import { UpTo } from '../http/up-to';

export class NewRegionDto implements NewRegion {
  @ApiProperty({ example: 'North' })
  @Trimmed()
  @IsString({ message: 'Give the region a name.' })
  @Matches(/\S/, { message: 'Give the region a name.' })
  @UpTo(LIMITS.region.name, 'The name of a region')
  name: string;

  @ApiPropertyOptional({
    example: ['Eastmarsh', 'Wold Valley'],
    description: 'As the register writes them',
  })
  @IsOptional()
  @IsArray({ message: 'Districts are a list of names.' })
  @ArrayMaxSize(LIMITS.region.districts)
  @ArrayUnique({ message: 'A district is named twice.' })
  @IsString({ each: true, message: 'Districts are a list of names.' })
  @MaxLength(LIMITS.region.district, { each: true })
  districts?: string[];

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'The lead is the id of a user.' })
  leadUserId?: string | null;
}

@RecordChange()
export class RegionChangeDto extends NewRegionDto implements RegionChange {
  @ApiProperty({ example: 1 })
  @IsInt({ message: 'Say which version of the region the change was made from.' })
  version: number;
}
