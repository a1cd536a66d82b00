type Values = Readonly<Record<string, unknown>>;

/** A record as two people opened it, as this person left it and as the other saved it. */
export interface RecordVersions {
  base: Values;
  mine: Values;
  theirs: Values;
}

/**
 * What became of a field: `untouched` by either; changed by one of them only (`mine`, `theirs`) or by
 * both alike (`agreed`); a list to which both made changes that go together (`joined`); or a `clash`,
 * which only a person can decide.
 */
export type FieldVerdict = 'untouched' | 'mine' | 'theirs' | 'agreed' | 'joined' | 'clash';

export interface MergedField {
  name: string;
  verdict: FieldVerdict;
  base: unknown;
  mine: unknown;
  theirs: unknown;
  /** What is to be saved; with a clash, until somebody decides, what this person typed. */
  value: unknown;
}

/**
 * Puts two people's changes to the same record together, field by field.
 *
 * @param inseparable groups of fields that mean something only together, such as a day and its time:
 *   when each person changed something of a group, all that was changed in it clashes
 */
export function mergeRecords(
  names: readonly string[],
  { base, mine, theirs }: RecordVersions,
  inseparable: readonly (readonly string[])[] = [],
): MergedField[] {
  const merged = names.map((name) => mergeField(name, base[name], mine[name], theirs[name]));
  const torn = inseparable.filter((group) =>
    isTorn(merged.filter(({ name }) => group.includes(name))),
  );
  return merged.map((field) =>
    isChanged(field) && torn.some((group) => group.includes(field.name))
      ? { ...field, verdict: 'clash', value: field.mine }
      : field,
  );
}

function mergeField(name: string, base: unknown, mine: unknown, theirs: unknown): MergedField {
  const found = (verdict: FieldVerdict, value: unknown) => ({
    name,
    verdict,
    base,
    mine,
    theirs,
    value,
  });
  if (sameValue(mine, theirs)) return found(sameValue(mine, base) ? 'untouched' : 'agreed', mine);
  if (sameValue(mine, base)) return found('theirs', theirs);
  if (sameValue(theirs, base)) return found('mine', mine);
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs))
    return found('joined', joinLists(base, mine, theirs));
  return found('clash', mine);
}

/** Whether both people changed something of a group, and not all of it alike. */
function isTorn(group: readonly MergedField[]): boolean {
  const verdicts = new Set(group.map(({ verdict }) => verdict));
  return verdicts.has('clash') || (verdicts.has('theirs') && verdicts.has('mine'));
}

const isChanged = ({ verdict }: MergedField) => verdict === 'mine' || verdict === 'theirs';

/** What stands in neither's way: all that somebody added, and nothing that somebody took out. */
function joinLists(base: unknown[], mine: unknown[], theirs: unknown[]): unknown[] {
  const kept = base.filter((each) => isIn(mine, each) && isIn(theirs, each));
  const added = [...theirs, ...mine].filter((each) => !isIn(base, each));
  const all = [...kept, ...added];
  return all.filter((each, i) => all.findIndex((other) => sameValue(other, each)) === i);
}

const isIn = (list: readonly unknown[], value: unknown): boolean =>
  list.some((each) => sameValue(each, value));

/** Whether two values are the same to a person: no text is none recorded, and a list has no order. */
export function sameValue(a: unknown, b: unknown): boolean {
  return comparable(a) === comparable(b);
}

function comparable(value: unknown): string {
  const ordered = Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : value;
  return JSON.stringify(ordered ?? '');
}
