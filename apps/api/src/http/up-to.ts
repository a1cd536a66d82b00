import { ApiProperty } from '@nestjs/swagger';
import { atMostSentence } from '@tracker/domain';
import { MaxLength } from 'class-validator';

/**
 * A text of at most so many characters, checked and described alike. Stands below the property's own
 * description, which goes on from it.
 *
 * @param what the text, as the sentence names it: `The name`
 */
export const UpTo =
  (most: number, what: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ maxLength: most })(target, key);
    MaxLength(most, { message: atMostSentence(what, most) })(target, key);
  };
