import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { REPORT_FORMATS, REPORT_KINDS, type ReportFormat, type ReportKind } from '@tracker/domain';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import type { NewReport } from '@tracker/contract';
import { IsDay } from '../http/is-day';

export class NewReportDto implements NewReport {
  @ApiProperty({ enum: REPORT_KINDS })
  @IsIn(REPORT_KINDS, { message: 'The kind is stakeholder, workbook or by_school.' })
  kind: ReportKind;

  @ApiPropertyOptional({ enum: REPORT_FORMATS })
  @IsOptional()
  @IsIn(REPORT_FORMATS, { message: 'The format is pdf, docx, xlsx or csv.' })
  format?: ReportFormat;

  @ApiPropertyOptional({
    example: '2024-25',
    description: 'Only a workbook may leave it out: every year on record.',
  })
  @IsOptional()
  @IsString({ message: 'Write the academic year like 2024-25.' })
  academicYear?: string;

  @ApiPropertyOptional({
    example: '2024-11-20',
    description: 'Inside the year; else its last day.',
  })
  @IsOptional()
  @IsDay()
  asOf?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Left out, the whole hub.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Say which region.' })
  regionId?: string;

  @ApiPropertyOptional({
    type: [String],
    example: ['name', 'visits', 'answer:music_budget'],
    description: 'Of figures by school; the URN is always the first.',
  })
  @IsOptional()
  @IsString({ each: true, message: 'Columns are named by their keys.' })
  @ArrayMaxSize(1_000, { message: 'Choose 100 columns at most.' })
  @IsArray({ message: 'Columns are a list of keys.' })
  columns?: string[];

  @ApiPropertyOptional({ format: 'uuid', description: 'Instead of columns.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Say which template.' })
  templateId?: string;
}
