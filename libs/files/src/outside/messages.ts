/** One line from the process outside to the one that asked: values, and at the end how it ended. */
export type OutsideMessage =
  | { values: unknown[] }
  | { done: true }
  /** A sentence for the person who sent the file. */
  | { problem: string }
  /** A fault of ours, for the log. */
  | { fault: string };

export interface OutsideOrder {
  module: string;
  name: string;
  input: unknown;
}

/** The pipe on which messages go, after the three that every process has. */
export const MESSAGES_FD = 3;
