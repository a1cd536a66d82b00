import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsString, Matches } from 'class-validator';
import { LIMITS } from '@tracker/domain';
import type { NewReportTemplate, ReportTemplateChange } from '@tracker/contract';
import { RecordChange } from '../http/echoed-fields';
import { Trimmed } from '../http/trimmed';
import { UpTo } from '../http/up-to';

export class NewReportTemplateDto implements NewReportTemplate {
  @ApiProperty({ example: 'Annual return' })
  @Trimmed()
  @IsString({ message: 'Give the template a name.' })
  @Matches(/\S/, { message: 'Give the template a name.' })
  @UpTo(LIMITS.reportTemplate.name, 'The name')
  name: string;

  @ApiProperty({ type: [String], example: ['name', 'visits', 'surveySubmitted'] })
  @IsString({ each: true, message: 'Columns are named by their keys.' })
  @ArrayMaxSize(1_000, { message: 'Choose 100 columns at most.' })
  @IsArray({ message: 'Choose at least one column beside the URN.' })
  columns: string[];
}

@RecordChange()
export class ReportTemplateChangeDto extends NewReportTemplateDto implements ReportTemplateChange {
  @ApiProperty({ example: 1 })
  @IsInt({ message: 'Say which version of the template the change was made from.' })
  version: number;
}
