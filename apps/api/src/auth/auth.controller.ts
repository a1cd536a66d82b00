import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { SignedInUser } from '@tracker/contract';
import { IsString, MaxLength, MinLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { one } from '../openapi/answers';
import { SIGNED_IN_USER } from '../openapi/schemas';
import { AuthService } from './auth.service';
import { CurrentUser } from './request-user';
import { SESSION_COOKIE, SessionService } from './session.service';

class SignInDto {
  @ApiProperty({ example: 'head@demo.example' })
  @IsString({ message: 'Type your e-mail address.' })
  @MinLength(1, { message: 'Type your e-mail address.' })
  @MaxLength(254, { message: 'The e-mail address is too long.' })
  email: string;

  @ApiProperty({ example: 'visit-every-school' })
  @IsString({ message: 'Type your password.' })
  @MinLength(1, { message: 'Type your password.' })
  @MaxLength(1000, { message: 'The password is too long.' })
  password: string;
}

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
  @ApiUnauthorizedResponse({ description: 'The address or the password is not right.' })
  async signIn(
    @Body() { email, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInUser> {
    const userId = await this.auth.check(email, password, request.id);
    const { token, maxAgeSeconds } = await this.sessions.open(userId);
    void reply.setCookie(SESSION_COOKIE, token, { ...cookieOf(request), maxAge: maxAgeSeconds });
    const found = await this.sessions.find(token);
    return (found as { user: SignedInUser }).user;
  }

  @Post('sign-out')
  @HttpCode(204)
  @ApiOperation({ summary: 'End this session.' })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.revoke(request.sessionId as string);
    void reply.clearCookie(SESSION_COOKIE, cookieOf(request));
  }

  @Get('me')
  @ApiOperation({ summary: 'Who is signed in.' })
  @ApiOkResponse(one(SIGNED_IN_USER))
  me(@CurrentUser() user: SignedInUser): SignedInUser {
    return user;
  }
}

function cookieOf(request: FastifyRequest) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: request.protocol === 'https',
  };
}
