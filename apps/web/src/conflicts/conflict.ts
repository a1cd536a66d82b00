import { mergeTexts, sameValue, type MergedField } from '@tracker/domain';

/** A field of a form, in the words of whoever has to choose between two versions of it. */
export interface FieldWords {
  name: string;
  label: string;
  /** How a value is read aloud; text as it is when left out. */
  inWords?: (value: unknown) => string;
  /** A text of several lines: both can be kept, as one text that is written to the end by hand. */
  long?: boolean;
}

export type ConflictField = FieldWords & MergedField;

/** Two people changed the same record: what the second one needs to know to choose. */
export interface Conflict {
  /** What it is about: `Contact Mrs J. Carter`. */
  title: string;
  fields: ConflictField[];
  /** What else changed and matters for saving, in a sentence; null when nothing did. */
  warning: string | null;
  /** What stands in the text of both, to begin with. */
  together: (field: ConflictField) => string;
  /** Keeps what was written into the text of both, should the person go back to the form. */
  keepTogether: (field: ConflictField, text: string) => void;
}

/** How a value reads when a field says nothing else. */
export function asItReads(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Not recorded';
  if (Array.isArray(value)) return value.length ? value.join(', ') : 'None';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return String(value);
}

export function inWordsOf({ inWords }: FieldWords, value: unknown): string {
  return (inWords ?? asItReads)(value);
}

/** Which version of a field to keep. */
export type KeptVersion = 'mine' | 'theirs' | 'both';

export const clashesOf = ({ fields }: Conflict) =>
  fields.filter(({ verdict }) => verdict === 'clash');

/** What only the other person changed, or both did in a way that goes together. */
export const takenOverOf = (fields: readonly ConflictField[]) =>
  fields.filter(({ verdict }) => verdict === 'theirs' || verdict === 'joined');

export const onlyMineOf = ({ fields }: Conflict) =>
  fields.filter(({ verdict }) => verdict === 'mine');

/** What was taken over although nobody was asked, in a sentence; null when nothing was. */
export function takenOverInWords(fields: readonly ConflictField[]): string | null {
  const taken = takenOverOf(fields).map((field) =>
    field.long ? field.label : `${field.label}: ${inWordsOf(field, field.value)}`,
  );
  if (taken.length === 0) return null;
  return `Someone else saved in the meantime. Their change is kept alongside yours. ${taken.join('. ')}.`;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** The text of both as it was written, and the two versions it was written from. */
export interface Draft {
  mine: unknown;
  theirs: unknown;
  text: string;
}

/**
 * One text of both versions. What was written into it before is kept, also when either of the versions
 * has changed since.
 */
export function textOfBoth(field: MergedField, draft?: Draft): string {
  const [base, mine, theirs] = [field.base, field.mine, field.theirs].map(textOf) as [
    string,
    string,
    string,
  ];
  if (!draft) return mergeTexts({ base, mine, theirs });
  const withTheirs = mergeTexts({ base: textOf(draft.theirs), mine: draft.text, theirs });
  if (sameValue(draft.mine, mine)) return withTheirs;
  return mergeTexts({ base: textOf(draft.mine), mine, theirs: withTheirs });
}
