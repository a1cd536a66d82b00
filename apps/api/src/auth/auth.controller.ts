import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { SignedInUser } from '@tracker/contract';
import { SIGNED_IN_USER } from '@tracker/contract/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { one } from '../openapi/answers';
import { SignInDto } from './auth.dto';
import { AuthService } from './auth.service';
import { CurrentUser } from './request-user';
import { cookieOf, SESSION_COOKIE } from '../http/session-cookie';
import { SessionService } from './session.service';

@ApiTags('Sign-in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionService,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in; sets the session cookie and gives the user.' })
  @ApiOkResponse({
    ...one(SIGNED_IN_USER),
    headers: { 'Set-Cookie': { description: 'The session.', schema: { type: 'string' } } },
  })
  @ApiUnauthorizedResponse({ description: 'Incorrect email or password.' })
  async signIn(
    @Body() { email, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInUser> {
    const userId = await this.auth.check(email, password, request);
    const opened = await this.sessions.open(userId, request.headers['user-agent']);
    const { token, maxAgeSeconds } = opened;
    void reply.setCookie(SESSION_COOKIE, token, { ...cookieOf(request), maxAge: maxAgeSeconds });
    const found = await this.sessions.find(token);
    return (found as { user: SignedInUser }).user;
  }

  @Post('sign-out')
  @HttpCode(204)
  @ApiOperation({ summary: 'End this session.' })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  async signOut(
    @CurrentUser() user: SignedInUser,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.revoke(user.id, request.sessionId as string, 'own');
    void reply.clearCookie(SESSION_COOKIE, cookieOf(request));
  }

  @Get('me')
  @ApiOperation({ summary: 'Who is signed in.' })
  @ApiOkResponse(one(SIGNED_IN_USER))
  me(@CurrentUser() user: SignedInUser): SignedInUser {
    return user;
  }
}
