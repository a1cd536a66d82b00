import type { Passage } from './document-to-read';
import type { PlanSection } from './plan-sections';

/** One thing a document says, in its place. */
export interface Statement {
  text: string;
  block: number;
  kind: 'heading' | 'sentence' | 'item' | 'cell';
  section: PlanSection | null;
  /** The headings, row and column it stands under, and the line that leads to a list. */
  under: string;
  /** What the school wants, not what it has. */
  goal: boolean;
  /** A numbered line of a list. */
  ordered: boolean;
  /** One of the national plan's key features, in a list of them. */
  national: boolean;
}

export const passageOf = ({ text, block }: Statement): Passage => ({ text, block });
