import { OperatorError } from './operator-error';

/** A setting of the environment is wrong. The message names it, its value and what is allowed. */
export class ConfigurationError extends OperatorError {}
