/**
 * Something the person who runs the tracker can put right. Its message is one or more plain
 * sentences that say what is wrong and what to do; a command prints it alone, without a stack.
 */
export class OperatorError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Takes one plain sentence about what is being done, to be shown to a person. */
export type Log = (sentence: string) => void;
