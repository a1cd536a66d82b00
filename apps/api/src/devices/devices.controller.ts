import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { HeardDevice, SignedInUser } from '@tracker/contract';
import { HEARD_DEVICE } from '@tracker/contract/shapes';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { several } from '../openapi/answers';
import { DeviceReportDto } from './devices.dto';
import { DevicesService } from './devices.service';

@ApiTags('Visits')
@Controller('devices')
export class DevicesController {
  constructor(private readonly devices: DevicesService) {}

  @Get()
  @ApiOperation({
    summary:
      'Devices with logs that are not on the tracker, the longest waiting first; at most 200.',
  })
  @ApiOkResponse(several('As each was last heard.', HEARD_DEVICE))
  list(): Promise<HeardDevice[]> {
    return this.devices.list();
  }

  @Put(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say what is on a device of one’s own; nothing left takes it off.' })
  @ApiNoContentResponse({ description: 'It is noted.' })
  report(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() report: DeviceReportDto,
  ): Promise<void> {
    return this.devices.report(user.id, id, report);
  }
}
