import { Module } from '@nestjs/common';
import { VisitLifeService } from './visit-life.service';
import { VisitsController } from './visits.controller';
import { VisitsService } from './visits.service';

@Module({ controllers: [VisitsController], providers: [VisitsService, VisitLifeService] })
export class VisitsModule {}
