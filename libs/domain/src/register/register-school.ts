import type { SchoolStatus } from '../school-scope';
import type {
  EssentialRegisterKey,
  PassingRegisterKey,
  RegisterKey,
  RegisterValue,
} from './register-fields';

type LastingRegisterKey = Exclude<RegisterKey, EssentialRegisterKey | PassingRegisterKey>;

/**
 * A school as a row of the register gives it. What a key's absence means: leave what is known.
 *
 * - `urn` and essential fields are always there.
 * - Lasting fields are there only when the row has a value. A file without them, or one with the
 *   column left blank, does not wipe what is known.
 * - Passing ones (`blankIsNone`) are there whenever the file has the column, and a blank cell is
 *   null: the school has no such thing any more (it left its trust, its closing was called off).
 */
export type RegisterSchool = { urn: number; status: SchoolStatus } & {
  [K in EssentialRegisterKey]: RegisterValue<K>;
} & { [K in LastingRegisterKey]?: RegisterValue<K> } & {
  [K in PassingRegisterKey]?: RegisterValue<K> | null;
};
