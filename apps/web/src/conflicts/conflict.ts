/** Two people changed the same record: what the second one needs to know to choose. */
export interface Conflict {
  /** What it is about: `Contact Mrs J. Carter`. */
  title: string;
  fields: ConflictField[];
}

export interface ConflictField {
  name: string;
  label: string;
  /** What this person typed. */
  mine: unknown;
  /** What is stored now. */
  theirs: unknown;
  /** This person did not touch it, so the stored version is offered first. */
  untouched?: boolean;
  /** Makes one value of both, where both can be kept. */
  together?: (mine: unknown, theirs: unknown) => unknown;
  /** How a value is read aloud; text as it is when left out. */
  inWords?: (value: unknown) => string;
}

/** Whether two stored values are the same to a person: no text and none recorded are. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? '') === JSON.stringify(b ?? '');
}

/** How a value reads when a field says nothing else. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Not recorded';
  if (Array.isArray(value)) return value.length ? value.join(', ') : 'None';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return String(value);
}

/** Which version of a field to keep. */
export type Choice = 'mine' | 'theirs' | 'both';

/** The value a choice stands for. */
export function chosenValue(field: ConflictField, choice: Choice): unknown {
  if (choice === 'both') return field.together?.(field.mine, field.theirs) ?? field.mine;
  return field[choice];
}

/** Two texts, the stored one above. */
export function oneBelowTheOther(mine: unknown, theirs: unknown): string {
  return [theirs, mine].filter(Boolean).join('\n\n');
}

/** The choice offered first: what this person typed, and theirs where this person typed nothing. */
export function firstChoice(fields: readonly ConflictField[]): Record<string, Choice> {
  return Object.fromEntries(
    fields.map(({ name, untouched }) => [name, untouched ? 'theirs' : 'mine'] as const),
  );
}
