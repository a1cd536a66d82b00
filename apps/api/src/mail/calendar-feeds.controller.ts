import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CalendarFeedsService } from './calendar-feeds.service';

const EXAMPLE = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR';

@ApiTags('Calendar feed')
@Controller('calendar-feeds')
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeedsService) {}

  @Get(':token.ics')
  @ApiOperation({ summary: "A user's visits as iCalendar; whoever has the address may read it." })
  @ApiOkResponse({
    description: 'The calendar; with its `If-None-Match` nothing and 304.',
    content: { 'text/calendar': { schema: { type: 'string' }, example: EXAMPLE } },
  })
  async read(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { text, etag } = await this.feeds.read(token, request.ip);
    void reply.header('ETag', etag).header('Cache-Control', 'private, no-cache');
    const known = request.headers['if-none-match']?.split(/\s*,\s*/) ?? [];
    if (known.includes(etag)) void reply.status(304).send();
    else void reply.header('Content-Type', 'text/calendar; charset=utf-8').send(text);
  }
}
