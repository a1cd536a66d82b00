import { Module } from '@nestjs/common';
import { AnswerTagsController } from './answer-tags.controller';
import { AnswerTagsService } from './answer-tags.service';
import { SchoolNeedsController } from './school-needs.controller';
import { SurveySummaryController } from './survey-summary.controller';
import { SurveySummaryExportService } from './survey-summary-export.service';
import { SurveySummaryService } from './survey-summary.service';

/** What schools told us, at visits and in the survey. */
@Module({
  controllers: [SchoolNeedsController, SurveySummaryController, AnswerTagsController],
  providers: [SurveySummaryService, SurveySummaryExportService, AnswerTagsService],
})
export class SchoolAnswersModule {}
