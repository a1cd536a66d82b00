import { isDay } from '@tracker/domain';
import { ValidateBy } from 'class-validator';

/** A calendar date written YYYY-MM-DD that there is. */
export function IsDay(): PropertyDecorator {
  return ValidateBy({
    name: 'isDay',
    validator: {
      validate: isDay,
      defaultMessage: (given) =>
        given?.value === undefined || given.value === ''
          ? 'Give the day.'
          : `${JSON.stringify(given.value)?.slice(0, 40)} is not a day; write it as YYYY-MM-DD, for example 2024-12-03.`,
    },
  });
}
