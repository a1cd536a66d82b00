import { Module } from '@nestjs/common';
import { ImportFindingsService } from './import-findings.service';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';

@Module({
  controllers: [ImportsController],
  providers: [ImportsService, ImportFindingsService],
  exports: [ImportsService],
})
export class ImportsModule {}
