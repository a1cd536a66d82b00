import { Module } from '@nestjs/common';
import { SchoolSurveyController } from './school-survey.controller';
import { SchoolSurveyService } from './school-survey.service';
import { SurveyLinksController } from './survey-links.controller';
import { SurveyLinksService } from './survey-links.service';
import { SurveyResponsesController } from './survey-responses.controller';
import { SurveyResponsesService } from './survey-responses.service';
import { SurveyVersionsController } from './survey-versions.controller';
import { SurveyVersionsService } from './survey-versions.service';
import { SurveysController } from './surveys.controller';
import { SurveysService } from './surveys.service';

@Module({
  controllers: [
    SurveysController,
    SurveyVersionsController,
    SurveyResponsesController,
    SurveyLinksController,
    SchoolSurveyController,
  ],
  providers: [
    SurveysService,
    SurveyVersionsService,
    SurveyResponsesService,
    SurveyLinksService,
    SchoolSurveyService,
  ],
  exports: [SurveyVersionsService, SurveyResponsesService],
})
export class SurveysModule {}
