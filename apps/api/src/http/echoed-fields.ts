import { isDeepStrictEqual } from 'node:util';
import type { FieldError } from '@tracker/contract';
import { unacceptable } from './problem';

const CHANGES = new WeakSet<object>();
const ECHOED = new WeakMap<object, Record<string, unknown>>();

/**
 * Marks the body of an update. A client such as ra-data-simple-rest sends the whole record back, read
 * only fields included: those may stand in it as they are, and are compared by `refuseOtherChanges`.
 */
export function RecordChange(): ClassDecorator {
  return (target) => void CHANGES.add(target);
}

export const isRecordChange = (metatype: unknown): boolean =>
  typeof metatype === 'function' && CHANGES.has(metatype);

/** Remembers what was sent beside the fields that can be changed. */
export function rememberEchoed(input: object, sent: object): void {
  const others = Object.entries(sent).filter(([field]) => !(field in input));
  ECHOED.set(input, Object.fromEntries(others));
}

/**
 * Read only fields may be sent back as they are, not as something else.
 *
 * @param input a body marked `RecordChange`, as the route was given it
 * @param current the record as the API shows it
 * @throws 422 naming each field that there is not, or that cannot be changed
 */
export function refuseOtherChanges(input: object, current: object): void {
  const shown = JSON.parse(JSON.stringify(current)) as Record<string, unknown>;
  const errors: FieldError[] = [];
  for (const [field, value] of Object.entries(ECHOED.get(input) ?? {})) {
    if (!Object.hasOwn(shown, field)) {
      errors.push({ field, message: `There is no field "${field}" here.` });
    } else if (!isDeepStrictEqual(shown[field], value)) {
      errors.push({ field, message: `"${field}" cannot be changed here.` });
    }
  }
  if (errors.length > 0) throw unacceptable(errors);
}
