import { Module } from '@nestjs/common';
import { VisitCyclesController } from './visit-cycles.controller';
import { VisitCyclesService } from './visit-cycles.service';

@Module({
  controllers: [VisitCyclesController],
  providers: [VisitCyclesService],
  exports: [VisitCyclesService],
})
export class VisitCyclesModule {}
