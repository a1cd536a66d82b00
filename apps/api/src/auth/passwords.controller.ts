import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInUser } from '@tracker/contract';
import type { FastifyRequest } from 'fastify';
import { FirstAdminDto, NewPasswordDto, PasswordChangeDto } from './auth.dto';
import { FirstAdminService } from './first-admin.service';
import { PasswordsService } from './passwords.service';
import { CurrentUser } from './request-user';

@ApiTags('Passwords')
@Controller('auth')
export class PasswordsController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly firstAdmin: FirstAdminService,
  ) {}

  @Post('password')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Choose a password from an invitation or a reset link; ends all sessions of the user.',
  })
  @ApiNoContentResponse({ description: 'The password is set and the link used up.' })
  setFromLink(
    @Body() { token, password }: NewPasswordDto,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    return this.passwords.setFromLink(token, password, ip);
  }

  @Post('first-admin')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Make the first administrator, from the link that an empty tracker prints.',
  })
  @ApiNoContentResponse({ description: 'The administrator can sign in.' })
  makeFirstAdmin(@Body() input: FirstAdminDto, @Req() { ip }: FastifyRequest): Promise<void> {
    return this.firstAdmin.accept(input, ip);
  }

  @Post('change-password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change my password; ends my other sessions.' })
  @ApiNoContentResponse({ description: 'The password is changed.' })
  change(
    @CurrentUser() user: SignedInUser,
    @Body() input: PasswordChangeDto,
    @Req() { ip, sessionId }: FastifyRequest,
  ): Promise<void> {
    return this.passwords.change({ user, sessionId: sessionId as string }, input, ip);
  }
}
