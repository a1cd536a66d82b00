import { Module } from '@nestjs/common';
import { FollowUpActionsController } from './follow-up-actions.controller';
import { FollowUpActionsService } from './follow-up-actions.service';

@Module({ controllers: [FollowUpActionsController], providers: [FollowUpActionsService] })
export class FollowUpActionsModule {}
