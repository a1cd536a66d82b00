import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { REGION } from '@tracker/contract/shapes';
import { recordRoutes } from '../records/record-routes';
import { NewRegionDto, RegionChangeDto } from './regions.dto';
import { REGION_SPEC, RegionsService } from './regions.service';

@ApiTags('Regions')
@Controller('regions')
export class RegionsController extends recordRoutes({
  resource: 'regions',
  spec: REGION_SPEC,
  shape: REGION,
  create: NewRegionDto,
  change: RegionChangeDto,
  says: {
    list: 'Regions with their districts.',
    get: 'One region.',
    create: 'Add a region.',
    change: 'Change a region; its schools follow their districts.',
    remove: 'Remove a region without schools.',
  },
}) {
  constructor(regions: RegionsService) {
    super(regions);
  }
}
