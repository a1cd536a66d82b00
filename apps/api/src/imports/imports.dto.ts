import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IMPORT_KINDS, type ImportKind } from '@tracker/contract';

/** The multipart body of `POST /api/imports`, for the description of the API; see `readImportFields`. */
export class ImportUploadDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'CSV, or XLSX for visits' })
  file: unknown;

  @ApiProperty({ enum: IMPORT_KINDS, example: 'schools' })
  kind: ImportKind;

  @ApiPropertyOptional({ type: Boolean, description: 'Count and check, and change nothing' })
  dryRun?: boolean;

  @ApiPropertyOptional({
    type: [String],
    example: ['919'],
    description: 'Local authorities to take; all without it',
  })
  la?: string[];

  @ApiPropertyOptional({
    type: String,
    example: '{"schoolName":0,"visitedOn":2}',
    description:
      'Visits: field -> number of its column, 0 the first. Fields left out are not read.',
  })
  mapping?: string;

  @ApiPropertyOptional({
    type: Number,
    example: 3,
    description: 'Visits: line of the column names, 1 the first',
  })
  headerLine?: number;
}

export class ColumnsUploadDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'CSV or XLSX' })
  file: unknown;

  @ApiPropertyOptional({
    type: Number,
    example: 3,
    description: 'Line of the column names, 1 the first',
  })
  headerLine?: number;
}
