import type { AnswerTagging } from '@tracker/contract';

/** A text that a school wrote, and how it gets labels. */
export interface LabelledText {
  /** What tells it from the others on the page: its school, or its school and words. */
  of: string;
  /** Of its school, whose team may label it. */
  regionId: string | null;
  tags: readonly AnswerTagging[];
  add: (label: string, idempotencyKey: string) => Promise<unknown>;
  remove: (id: string) => Promise<unknown>;
}
