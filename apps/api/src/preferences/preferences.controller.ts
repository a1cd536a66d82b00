import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Preferences, SignedInUser } from '@tracker/contract';
import { PREFERENCES } from '@tracker/contract/shapes';
import { CurrentUser } from '../auth/request-user';
import { one } from '../openapi/answers';
import { PreferencesDto } from './preferences.dto';
import { PreferencesService } from './preferences.service';

@ApiTags('My account')
@Controller('me/preferences')
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  @ApiOperation({ summary: 'How I like the screens: filters, columns, theme. Only ever my own.' })
  @ApiOkResponse(one(PREFERENCES))
  mine(@CurrentUser() user: SignedInUser): Promise<Preferences> {
    return this.preferences.of(user.id);
  }

  @Put()
  @ApiOperation({ summary: 'Keep what is given, forget what is null; everything else stays.' })
  @ApiOkResponse(one(PREFERENCES))
  put(@CurrentUser() user: SignedInUser, @Body() { values }: PreferencesDto): Promise<Preferences> {
    return this.preferences.put(user.id, values);
  }
}
