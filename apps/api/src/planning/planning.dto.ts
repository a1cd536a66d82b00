import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsDay } from '../http/is-day';

export class VisitorLoadsQueryDto {
  @ApiPropertyOptional({ example: '2024-11-18', description: 'Today when left out' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({
    example: '2024-12-15',
    description: 'Six days after `from` when left out',
  })
  @IsOptional()
  @IsDay()
  to?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: 'The region is the id of a region.' })
  regionId?: string;
}

export class FreeDaysQueryDto {
  @ApiPropertyOptional({ example: '2024-11-18', description: 'Today when left out' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ example: 5, default: 5 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Ask for 1 to 60 days.' })
  @Min(1, { message: 'Ask for 1 to 60 days.' })
  @Max(60, { message: 'Ask for 1 to 60 days.' })
  count?: number;
}

export class BestDaysQueryDto {
  @ApiPropertyOptional({
    example: '2024-10-01',
    description: 'Today and the notice that schools are given when left out',
  })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only days of this visitor' })
  @IsOptional()
  @IsUUID(undefined, { message: 'The visitor is the id of a user.' })
  visitorId?: string;
}

export class NearbyQueryDto {
  @ApiPropertyOptional({ example: 5, default: 5 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Ask for 1 to 50 schools.' })
  @Min(1, { message: 'Ask for 1 to 50 schools.' })
  @Max(50, { message: 'Ask for 1 to 50 schools.' })
  limit?: number;
}
