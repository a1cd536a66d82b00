import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';

/** The query string of every list. */
export class ListQueryDto {
  @ApiPropertyOptional({ description: 'JSON object of filters', example: '{"q":"mary"}' })
  @IsOptional()
  @IsString()
  filter?: string;

  @ApiPropertyOptional({ description: 'First and last row, 0 the first', example: '[0,24]' })
  @IsOptional()
  @IsString()
  range?: string;

  @ApiPropertyOptional({ description: 'Field and direction', example: '["name","ASC"]' })
  @IsOptional()
  @IsString()
  sort?: string;
}
