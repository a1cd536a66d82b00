/** Of each resource what may be changed; one without fields of its own sends all of them back. */
export type Writable = Readonly<Record<string, Readonly<Record<string, true>> | undefined>>;

type Fields = Record<string, unknown>;

/** The fields of a record that are sent back. */
export function writableOf(names: Writable[string], fields: Fields): Fields {
  if (!names) return fields;
  return Object.fromEntries(
    Object.keys(names)
      .filter((name) => name in fields)
      .map((name) => [name, fields[name]]),
  );
}

/** Fields that somebody changed and that are not sent: each is missing, or not theirs to change. */
export function droppedOf(names: Writable[string], fields: Fields, before: Fields): string[] {
  if (!names) return [];
  return Object.keys(fields).filter(
    (name) =>
      name !== 'version' &&
      !Object.hasOwn(names, name) &&
      JSON.stringify(fields[name]) !== JSON.stringify(before[name]),
  );
}
