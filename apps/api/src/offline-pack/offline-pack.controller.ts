import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OfflinePack, SignedInUser } from '@tracker/contract';
import { OFFLINE_PACK } from '@tracker/contract/shapes';
import { CurrentUser } from '../auth/request-user';
import { one } from '../openapi/answers';
import { OfflinePackQueryDto } from './offline-pack.dto';
import { OfflinePackService } from './offline-pack.service';

@ApiTags('Visits')
@Controller('offline-pack')
export class OfflinePackController {
  constructor(private readonly packs: OfflinePackService) {}

  @Get()
  @ApiOperation({
    summary:
      'All that one needs to make and to log one’s visits of the next two weeks without a signal.',
  })
  @ApiOkResponse(one(OFFLINE_PACK))
  prepare(
    @CurrentUser() user: SignedInUser,
    @Query() query: OfflinePackQueryDto,
  ): Promise<OfflinePack> {
    return this.packs.prepare(user, query);
  }
}
