import { Module } from '@nestjs/common';
import { DevelopmentPlansModule } from '../development-plans/development-plans.module';
import { ProgressModule } from '../progress/progress.module';
import { MonthlyDigestController } from './monthly-digest.controller';
import { MonthlyDigestService } from './monthly-digest.service';
import { ReportColumnsController } from './report-columns.controller';
import { ReportColumnsService } from './report-columns.service';
import { ReportFilesService } from './report-files.service';
import { ReportNarrativesController } from './report-narratives.controller';
import { ReportNarrativesService } from './report-narratives.service';
import { ReportRequestsService } from './report-requests.service';
import { ReportTemplatesController } from './report-templates.controller';
import { ReportTemplatesService } from './report-templates.service';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';
import { StakeholderFiguresService } from './stakeholder-figures.service';

@Module({
  imports: [DevelopmentPlansModule, ProgressModule],
  controllers: [
    ReportsController,
    ReportColumnsController,
    ReportTemplatesController,
    ReportNarrativesController,
    MonthlyDigestController,
  ],
  providers: [
    ReportsService,
    ReportRequestsService,
    ReportFilesService,
    ReportColumnsService,
    ReportTemplatesService,
    ReportNarrativesService,
    MonthlyDigestService,
    StakeholderFiguresService,
  ],
})
export class ReportsModule {}
