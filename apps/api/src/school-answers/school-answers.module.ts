import { Module } from '@nestjs/common';
import { SchoolNeedsController } from './school-needs.controller';

@Module({ controllers: [SchoolNeedsController] })
export class SchoolAnswersModule {}
