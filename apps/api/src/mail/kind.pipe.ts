import { Injectable, type PipeTransform } from '@nestjs/common';
import { isTemplateKind, TEMPLATE_KINDS, type TemplateKind } from '@tracker/domain';
import { notFound } from '../http/problem';
import { malformed } from '../http/problem';

/** A kind of mail in a path. */
@Injectable()
export class KindPipe implements PipeTransform<string, TemplateKind> {
  transform(value: string): TemplateKind {
    if (isTemplateKind(value)) return value;
    if (!/^[a-z_]{1,40}$/.test(value)) {
      throw malformed(`A kind of email is one of ${TEMPLATE_KINDS.join(', ')}.`);
    }
    throw notFound('the kind of email');
  }
}
