/** A name and what stands beside it. */
export type NamedText = readonly [name: string, text: string | null];

/** Somebody else changed a record while this person was about to do something with it. */
export interface Overtaken {
  title: string;
  /** What this means for the person, in a sentence or two. */
  sentence: string;
  /** The record as it is now. */
  now: readonly NamedText[];
  /** What this person typed; empty when there was nothing to type. */
  typed: readonly NamedText[];
  /** The words for doing it all the same; null when that is no longer possible. */
  goOn: string | null;
}
