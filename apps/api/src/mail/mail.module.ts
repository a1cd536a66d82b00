import { Module } from '@nestjs/common';
import { CalendarFeedsController } from './calendar-feeds.controller';
import { CalendarFeedsService } from './calendar-feeds.service';
import { MailCommandsService } from './mail-commands.service';
import { MailTemplatesController } from './mail-templates.controller';
import { MailTemplatesService } from './mail-templates.service';
import { MailsController } from './mails.controller';
import { MailsService } from './mails.service';
import { OwnMailController } from './own-mail.controller';
import { OwnMailService } from './own-mail.service';
import { VisitRecipientsController } from './visit-recipients.controller';
import { VisitRecipientsService } from './visit-recipients.service';

@Module({
  controllers: [
    MailsController,
    MailTemplatesController,
    VisitRecipientsController,
    OwnMailController,
    CalendarFeedsController,
  ],
  providers: [
    MailsService,
    MailCommandsService,
    MailTemplatesService,
    VisitRecipientsService,
    OwnMailService,
    CalendarFeedsService,
  ],
})
export class MailModule {}
