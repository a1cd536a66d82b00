import { Module } from '@nestjs/common';
import { OutcomeTagsController } from './outcome-tags.controller';
import { OutcomeTagsService } from './outcome-tags.service';

@Module({
  controllers: [OutcomeTagsController],
  providers: [OutcomeTagsService],
  exports: [OutcomeTagsService],
})
export class OutcomeTagsModule {}
