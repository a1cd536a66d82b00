import { Module } from '@nestjs/common';
import { ImportFindingsService } from './import-findings.service';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { KnownNamesController } from './known-names.controller';
import { KnownNamesService } from './known-names.service';
import { VisitSheetsController } from './visit-sheets.controller';
import { VisitSheetsService } from './visit-sheets.service';

@Module({
  controllers: [ImportsController, VisitSheetsController, KnownNamesController],
  providers: [ImportsService, ImportFindingsService, VisitSheetsService, KnownNamesService],
  exports: [ImportsService],
})
export class ImportsModule {}
