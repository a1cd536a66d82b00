import { ROLE_WORDS, VISIT_KIND_WORDS } from '@tracker/contract';
import { IMPORT_KIND_LABELS } from '@tracker/domain';

/** By record and field: values that the screens call otherwise. */
const WORDS: Record<string, Record<string, Record<string, string>>> = {
  users: { role: ROLE_WORDS },
  visits: { kind: VISIT_KIND_WORDS },
  imports: { kind: IMPORT_KIND_LABELS },
};

/** A stored value with the screens' words in it; of an exported list those of what it lists. */
export function asOnScreens(
  { entity, recordId }: { entity: string; recordId: string | null },
  field: string,
  value: unknown,
): unknown {
  const words = WORDS[entity === 'lists' ? (recordId ?? '') : entity];
  return words ? worded(words, field, value) : value;
}

function worded(
  words: Record<string, Record<string, string>>,
  field: string,
  value: unknown,
): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => worded(words, field, one));
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(([name, part]) => [name, worded(words, name, part)]);
    return Object.fromEntries(parts) as unknown;
  }
  const known = Object.hasOwn(words, field) ? words[field] : undefined;
  return typeof value === 'string' && known && Object.hasOwn(known, value) ? known[value] : value;
}
