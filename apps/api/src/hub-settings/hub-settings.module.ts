import { Module } from '@nestjs/common';
import { HubSettingsController } from './hub-settings.controller';
import { HubSettingsService } from './hub-settings.service';

@Module({ controllers: [HubSettingsController], providers: [HubSettingsService] })
export class HubSettingsModule {}
