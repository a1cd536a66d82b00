import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { PasswordResetOffer, SignedInUser } from '@tracker/contract';
import { PASSWORD_RESET_OFFER } from '@tracker/contract/shapes';
import type { FastifyRequest } from 'fastify';
import { one } from '../openapi/answers';
import { FirstAdminDto, NewPasswordDto, PasswordChangeDto, PasswordResetDto } from './auth.dto';
import { FirstAdminService } from './first-admin.service';
import { PasswordResetsService } from './password-resets.service';
import { PasswordsService } from './passwords.service';
import { CurrentUser } from './request-user';

@ApiTags('Passwords')
@Controller('auth')
export class PasswordsController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly firstAdmin: FirstAdminService,
    private readonly resets: PasswordResetsService,
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

  @Get('password-reset')
  @ApiOperation({ summary: 'Whether a new password can be asked for by email.' })
  @ApiOkResponse(one(PASSWORD_RESET_OFFER))
  resetOffer(): PasswordResetOffer {
    return this.resets.offer();
  }

  @Post('password-reset')
  @HttpCode(204)
  @ApiOperation({
    summary:
      'Have a link emailed with which a new password is chosen: once, within an hour. The answer is the same whether an account has the address.',
  })
  @ApiNoContentResponse({ description: 'A link is on its way, if an account has this address.' })
  @ApiConflictResponse({ description: 'The tracker sends no email.' })
  askForReset(@Body() { email }: PasswordResetDto, @Req() { ip }: FastifyRequest): Promise<void> {
    return this.resets.ask(email, ip);
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
