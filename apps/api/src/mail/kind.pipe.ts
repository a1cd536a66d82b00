import { Injectable, type PipeTransform } from '@nestjs/common';
import { isMailKind, MAIL_KINDS, type MailKind } from '@tracker/domain';
import { notFound } from '../http/problem';
import { malformed } from '../http/problem';

/** A kind of mail in a path. */
@Injectable()
export class KindPipe implements PipeTransform<string, MailKind> {
  transform(value: string): MailKind {
    if (isMailKind(value)) return value;
    if (!/^[a-z_]{1,40}$/.test(value)) {
      throw malformed(`A kind of email is one of ${MAIL_KINDS.join(', ')}.`);
    }
    throw notFound('the kind of email');
  }
}
