import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldError } from '@tracker/contract';
import { malformed, unacceptable } from './problem';

/** Bodies are checked against their DTO; a property that is not in it is refused by name. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => {
      const fields = errors.flatMap((error) => fieldErrors(error));
      return fields.length === 0
        ? malformed('The request has no body, or one that is not an object.')
        : unacceptable(fields);
    },
  });
}

function fieldErrors(error: ValidationError, path = ''): FieldError[] {
  const field = path ? `${path}.${error.property}` : error.property;
  // One sentence a field: the rule that stands first in the DTO, which registers itself last.
  const [rule, message] = Object.entries(error.constraints ?? {}).at(-1) ?? [];
  const own: FieldError[] =
    message === undefined
      ? []
      : [
          {
            field,
            message:
              rule === 'whitelistValidation'
                ? `There is no field "${field}" here.`
                : sentence(message),
          },
        ];
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
