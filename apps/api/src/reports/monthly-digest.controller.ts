import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { MonthlyDigest } from '@tracker/contract';
import { MONTHLY_DIGEST } from '@tracker/contract/shapes';
import { one } from '../openapi/answers';
import { MonthlyDigestDto } from './monthly-digest.dto';
import { MonthlyDigestService } from './monthly-digest.service';

@ApiTags('Reports')
@Controller('monthly-digest')
export class MonthlyDigestController {
  constructor(private readonly digest: MonthlyDigestService) {}

  @Get()
  @ApiOperation({ summary: "Who gets last month's figures by email on the first of each month." })
  @ApiOkResponse(one(MONTHLY_DIGEST))
  get(): Promise<MonthlyDigest> {
    return this.digest.get();
  }

  @Put()
  @ApiOperation({ summary: 'Choose who gets it, or switch it off.' })
  @ApiOkResponse(one(MONTHLY_DIGEST))
  save(@Body() input: MonthlyDigestDto): Promise<MonthlyDigest> {
    return this.digest.save(input);
  }
}
