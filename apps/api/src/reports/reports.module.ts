import { Module } from '@nestjs/common';
import { MonthlyDigestController } from './monthly-digest.controller';
import { MonthlyDigestService } from './monthly-digest.service';
import { ReportColumnsController } from './report-columns.controller';
import { ReportColumnsService } from './report-columns.service';
import { ReportFilesService } from './report-files.service';
import { ReportNarrativesController } from './report-narratives.controller';
import { ReportNarrativesService } from './report-narratives.service';
import { ReportTemplatesController } from './report-templates.controller';
import { ReportTemplatesService } from './report-templates.service';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';

@Module({
  controllers: [
    ReportsController,
    ReportColumnsController,
    ReportTemplatesController,
    ReportNarrativesController,
    MonthlyDigestController,
  ],
  providers: [
    ReportsService,
    ReportFilesService,
    ReportColumnsService,
    ReportTemplatesService,
    ReportNarrativesService,
    MonthlyDigestService,
  ],
})
export class ReportsModule {}
