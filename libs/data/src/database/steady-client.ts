import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose end never ends the process. The pool listens while a connection is idle and
 * TypeORM while it is in use, each taking its ear away at the first word; a second one (the server
 * says goodbye, then the line breaks) would be an error that nobody handles.
 */
export class SteadyClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
