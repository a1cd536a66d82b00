import { type ImportKind, IMPORT_KINDS } from '@tracker/domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IMPORT_DECISIONS, type ImportDecision } from '@tracker/contract';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';

/** The multipart body of `POST /api/imports`, for the description of the API; see `readImportFields`. */
export class ImportUploadDto {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'CSV, or XLSX for visits and plans',
  })
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

export class ImportDecisionDto implements ImportDecision {
  @ApiProperty({ enum: IMPORT_DECISIONS, example: 'close' })
  @IsIn(IMPORT_DECISIONS, { message: 'The decision is close, keep or undo.' })
  decision: ImportDecision['decision'];

  @ApiPropertyOptional({
    type: [String],
    description: 'Ids of findings; without them all: of close those that are suggested',
  })
  @IsOptional()
  @IsArray({ message: 'Choose at least one school.' })
  @ArrayNotEmpty({ message: 'Choose at least one school.' })
  @ArrayMaxSize(1000, { message: 'At most 1,000 schools at a time.' })
  @IsUUID(undefined, { each: true, message: 'Findings are given by their ids.' })
  findingIds?: string[];
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
