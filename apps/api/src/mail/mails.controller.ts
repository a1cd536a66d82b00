import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Mail, MailDelivery, MailWithAttachment, SignedInUser } from '@tracker/contract';
import { MAIL, MAIL_DELIVERY, MAIL_WITH_ATTACHMENT } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { MAIL_SPEC } from './mail-list';
import { MailCommandsService } from './mail-commands.service';
import { MailCommandDto } from './mails.dto';
import { MailsService } from './mails.service';

@ApiTags('Email')
@Controller()
export class MailsController {
  constructor(
    private readonly mails: MailsService,
    private readonly commands: MailCommandsService,
  ) {}

  @Get('mails')
  @ApiOperation({
    summary: 'The outbox; who does not run the hub sees email to schools and their own.',
  })
  @ApiList('mails', MAIL_SPEC, MAIL)
  async list(
    @CurrentUser() user: SignedInUser,
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Mail[]> {
    const query = readListQuery(raw, MAIL_SPEC);
    return answerList(reply, 'mails', query, await this.mails.list(user, query));
  }

  @Get('mails/:id')
  @ApiOperation({ summary: 'One email, with what is attached.' })
  @ApiOkResponse(one(MAIL_WITH_ATTACHMENT))
  get(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
  ): Promise<MailWithAttachment> {
    return this.mails.get(user, id);
  }

  @Post('mails/:id/send-again')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send an email that failed, is uncertain, or had nobody to go to.' })
  @ApiOkResponse(one(MAIL_WITH_ATTACHMENT))
  @ApiConflictResponse({ description: 'It was sent, or the school still has no address.' })
  sendAgain(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() { version }: MailCommandDto,
  ): Promise<MailWithAttachment> {
    return this.commands.decide(user, id, { command: 'send_again', version });
  }

  @Post('mails/:id/arrived')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that an email of which that was uncertain has arrived.' })
  @ApiOkResponse(one(MAIL_WITH_ATTACHMENT))
  @ApiConflictResponse({ description: 'It is not uncertain.' })
  arrived(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() { version }: MailCommandDto,
  ): Promise<MailWithAttachment> {
    return this.commands.decide(user, id, { command: 'arrived', version });
  }

  @Post('mails/:id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stop an email that has not been sent yet.' })
  @ApiOkResponse(one(MAIL_WITH_ATTACHMENT))
  @ApiConflictResponse({ description: 'It does not wait any more.' })
  cancel(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() { version }: MailCommandDto,
  ): Promise<MailWithAttachment> {
    return this.commands.decide(user, id, { command: 'cancel', version });
  }

  @Get('mail-delivery')
  @ApiOperation({ summary: 'Whether email can be sent, and what is stuck.' })
  @ApiOkResponse(one(MAIL_DELIVERY))
  delivery(): Promise<MailDelivery> {
    return this.mails.delivery();
  }

  @Post('mail-delivery/release')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send the emails that came with a backup and have waited since.' })
  @ApiOkResponse(one(MAIL_DELIVERY))
  release(@CurrentUser() user: SignedInUser): Promise<MailDelivery> {
    return this.commands.release(user);
  }
}
