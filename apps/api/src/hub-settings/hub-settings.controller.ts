import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { HubSettings } from '@tracker/contract';
import { HUB_SETTINGS } from '@tracker/contract/shapes';
import { one } from '../openapi/answers';
import { SaveHubSettingsDto } from './hub-settings.dto';
import { HubSettingsService } from './hub-settings.service';

@ApiTags('Hub settings')
@Controller('hub-settings')
export class HubSettingsController {
  constructor(private readonly settings: HubSettingsService) {}

  @Get()
  @ApiOperation({ summary: 'The rules the hub sets for itself.' })
  @ApiOkResponse(one(HUB_SETTINGS))
  get(): Promise<HubSettings> {
    return this.settings.get();
  }

  @Put()
  @ApiOperation({
    summary: 'Change the rules; changed points or kinds of visit rank every school again.',
  })
  @ApiOkResponse(one(HUB_SETTINGS))
  save(@Body() input: SaveHubSettingsDto): Promise<HubSettings> {
    return this.settings.save(input);
  }
}
