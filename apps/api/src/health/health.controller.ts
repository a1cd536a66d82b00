import { Controller, Get, Res } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Readiness } from '@tracker/contract';
import { ALIVE, READINESS } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { one } from '../openapi/answers';
import { RETRY_AFTER } from '../openapi/problems';
import { HealthService } from './health.service';

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get()
  @ApiOperation({ summary: 'The process lives.' })
  @ApiOkResponse(one(ALIVE))
  alive(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('ready')
  @ApiOperation({
    summary:
      'What works: 200 when ready or degraded (Redis cannot be used, or PostgreSQL saves nothing), 503 when down.',
  })
  @ApiOkResponse(one(READINESS))
  @ApiServiceUnavailableResponse({
    ...one(READINESS),
    description:
      'PostgreSQL is away, its tables are not up to date, or this process is being stopped.',
    headers: { 'Retry-After': RETRY_AFTER },
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.health.readiness();
    if (readiness.status === 'down') void reply.status(503).header('Retry-After', '5');
    return readiness;
  }
}
