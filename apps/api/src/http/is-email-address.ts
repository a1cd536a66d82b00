import { isEmailAddress } from '@tracker/domain';
import { ValidateBy } from 'class-validator';

/** An address by the rule that forms go by as well, so that none is refused after it was typed. */
export const IsEmailAddress = (): PropertyDecorator =>
  ValidateBy({
    name: 'isEmailAddress',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isEmailAddress(value),
      defaultMessage: () => 'That does not look like an email address.',
    },
  });
