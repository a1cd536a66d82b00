import { Module } from '@nestjs/common';
import { FollowUpActionsModule } from '../follow-up-actions/follow-up-actions.module';
import { SchoolsModule } from '../schools/schools.module';
import { VisitsModule } from '../visits/visits.module';
import { SchoolTimelineController } from './school-timeline.controller';
import { SchoolTimelineService } from './school-timeline.service';

@Module({
  imports: [SchoolsModule, VisitsModule, FollowUpActionsModule],
  controllers: [SchoolTimelineController],
  providers: [SchoolTimelineService],
})
export class SchoolTimelineModule {}
