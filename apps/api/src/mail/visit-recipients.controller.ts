import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInUser, VisitRecipient } from '@tracker/contract';
import { VISIT_RECIPIENT } from '@tracker/contract/shapes';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { one } from '../openapi/answers';
import { VisitRecipientDto } from './mails.dto';
import { VisitRecipientsService } from './visit-recipients.service';

@ApiTags('Email')
@Controller('visits')
export class VisitRecipientsController {
  constructor(private readonly recipients: VisitRecipientsService) {}

  @Get(':id/recipient')
  @ApiOperation({ summary: 'Who gets, or would get, the email about a visit.' })
  @ApiOkResponse(one(VISIT_RECIPIENT))
  get(@Param('id', IdPipe) id: string): Promise<VisitRecipient> {
    return this.recipients.get(id);
  }

  @Put(':id/recipient')
  @ApiOperation({ summary: 'Choose who gets the email about a visit.' })
  @ApiOkResponse(one(VISIT_RECIPIENT))
  choose(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() { contactId }: VisitRecipientDto,
  ): Promise<VisitRecipient> {
    return this.recipients.choose(user, id, contactId ?? null);
  }
}
