import { Module } from '@nestjs/common';
import { VisitsModule } from '../visits/visits.module';
import { ActionVisitsService } from './action-visits.service';
import { FollowUpActionsController } from './follow-up-actions.controller';
import { FollowUpActionsService } from './follow-up-actions.service';

@Module({
  imports: [VisitsModule],
  controllers: [FollowUpActionsController],
  providers: [FollowUpActionsService, ActionVisitsService],
  exports: [FollowUpActionsService],
})
export class FollowUpActionsModule {}
