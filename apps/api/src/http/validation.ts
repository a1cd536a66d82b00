import {
  type ArgumentMetadata,
  Injectable,
  type ValidationError,
  ValidationPipe,
  type ValidationPipeOptions,
} from '@nestjs/common';
import type { FieldError } from '@tracker/contract';
import { capital, shorten } from '@tracker/domain';
import { isRecordChange, rememberEchoed } from './echoed-fields';
import { malformed, unacceptable } from './problem';

const OPTIONS: ValidationPipeOptions = {
  transform: true,
  whitelist: true,
  forbidUnknownValues: true,
  exceptionFactory: (errors) => {
    const fields = [...firstErrors(errors)];
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

/** No more than are named, whatever there are. */
function* firstErrors(errors: ValidationError[]): Generator<FieldError> {
  let named = 0;
  for (const fault of fieldErrors(errors, '')) {
    yield fault;
    named += 1;
    if (named === MOST_NAMED) return;
  }
}

const MOST_NAMED = 10;
const SHOWN_OF_NAME = 60;

function* fieldErrors(errors: ValidationError[], above: string): Generator<FieldError> {
  for (const { property, constraints, children } of errors) {
    const field = `${above}${shorten(property, SHOWN_OF_NAME)}`;
    // One sentence a field: the rule that stands first in the DTO, which registers itself last.
    const [rule, message] = Object.entries(constraints ?? {}).at(-1) ?? [];
    if (message !== undefined) {
      const unknown = rule === 'whitelistValidation';
      yield { field, message: unknown ? `There is no field "${field}" here.` : sentence(message) };
    }
    yield* fieldErrors(children ?? [], `${field}.`);
  }
}

function sentence(message: string): string {
  const text = capital(message);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
