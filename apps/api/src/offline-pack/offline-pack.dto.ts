import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

export class OfflinePackQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Only this visit' })
  @IsOptional()
  @IsUUID(undefined, { message: 'The visit is an id.' })
  visitId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only this school, whatever is planned' })
  @IsOptional()
  @IsUUID(undefined, { message: 'The school is an id.' })
  schoolId?: string;
}
