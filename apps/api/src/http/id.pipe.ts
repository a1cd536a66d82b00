import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { malformed } from './problem';

/** An id in a path is a UUID. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUUID(value)) throw malformed('The id in the address is not a UUID.');
    return value;
  }
}
