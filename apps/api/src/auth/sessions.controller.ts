import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OwnSession, SignedInUser } from '@tracker/contract';
import { OWN_SESSION } from '@tracker/contract/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { several } from '../openapi/answers';
import { CurrentUser } from './request-user';
import { cookieOf, SESSION_COOKIE } from '../http/session-cookie';
import { SessionService } from './session.service';

@ApiTags('My account')
@Controller('auth')
export class SessionsController {
  constructor(private readonly sessions: SessionService) {}

  @Get('sessions')
  @ApiOperation({ summary: 'Where I am signed in, this session first.' })
  @ApiOkResponse(several('My sessions.', OWN_SESSION))
  own(@CurrentUser() user: SignedInUser, @Req() request: FastifyRequest): Promise<OwnSession[]> {
    return this.sessions.own(user.id, request.sessionId as string);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'End one of my sessions.' })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  end(@CurrentUser() user: SignedInUser, @Param('id', IdPipe) id: string): Promise<void> {
    return this.sessions.revoke(user.id, id, 'elsewhere');
  }

  @Post('sign-out-everywhere')
  @HttpCode(204)
  @ApiOperation({ summary: 'End all of my sessions, this one included.' })
  @ApiNoContentResponse({ description: 'All sessions have ended.' })
  async endAll(
    @CurrentUser() user: SignedInUser,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endAll(user.id);
    void reply.clearCookie(SESSION_COOKIE, cookieOf(request));
  }
}
