import { OperatorError } from '@tracker/process/operator-error';

/** The file, or what was asked of it, is at fault. The message is a plain sentence for whoever brought it. */
export class ImportProblem extends OperatorError {}

/** An import cannot be undone or applied as it stands now; the message says why. */
export class ImportConflict extends OperatorError {}
