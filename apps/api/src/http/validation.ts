import {
  type ArgumentMetadata,
  Injectable,
  type ValidationError,
  ValidationPipe,
  type ValidationPipeOptions,
} from '@nestjs/common';
import type { FieldError } from '@tracker/contract';
import { isRecordChange, rememberEchoed } from './echoed-fields';
import { malformed, unacceptable } from './problem';

const OPTIONS: ValidationPipeOptions = {
  transform: true,
  whitelist: true,
  forbidUnknownValues: true,
  exceptionFactory: (errors) => {
    const fields = errors.flatMap((error) => fieldErrors(error));
    return fields.length === 0
      ? malformed('The request has no body, or one that is not an object.')
      : unacceptable(fields);
  },
};

/** Bodies are checked against their DTO; a property that is not in it is refused by name. */
@Injectable()
export class BodyPipe extends ValidationPipe {
  private readonly forChanges = new ValidationPipe(OPTIONS);

  constructor() {
    super({ ...OPTIONS, forbidNonWhitelisted: true });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!isRecordChange(metadata.metatype)) return super.transform(value, metadata);
    const input: unknown = await this.forChanges.transform(value, metadata);
    if (isObject(input) && isObject(value)) rememberEchoed(input, value);
    return input;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

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
