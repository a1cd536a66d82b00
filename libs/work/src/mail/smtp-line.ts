import { Readable } from 'node:stream';
import { judgeFault, type SendingOutcome } from '@tracker/domain';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** A message ready for the wire. */
export interface WireMessage {
  from: string;
  to: string;
  raw: Buffer;
}

/** Outcome and, unless it was taken, why in words. */
export interface Sending {
  outcome: SendingOutcome;
  problem: string;
}

interface SmtpError extends Error {
  responseCode?: number;
  response?: string;
  command?: string;
  code?: string;
}

/** How long each step with the server may take, in milliseconds; together far below the lease. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/**
 * One conversation with the mail server. It goes below nodemailer's transport, because it must know
 * whether any of a message had left when something broke.
 */
export class SmtpLine {
  private connection: SMTPConnection | null = null;
  private broken: ((error: SmtpError) => void) | null = null;

  /** @param url `smtp://` or `smtps://`; its password never stands in a message or a log */
  constructor(private readonly url: string) {}

  /** Hands a message over, opening the line first where it is not open. Never throws. */
  async send(message: WireMessage): Promise<Sending> {
    let handedOver = false;
    // Read only once the server has said that it waits for the message.
    const stream = Readable.from(
      (function* () {
        handedOver = true;
        yield message.raw;
      })(),
    );
    try {
      const connection = await this.open();
      const envelope = { from: message.from, to: [message.to], size: message.raw.length };
      await this.step((done) =>
        connection.send(envelope, stream, (error) => done(error ?? undefined)),
      );
      return { outcome: 'taken', problem: '' };
    } catch (error) {
      const fault = error as SmtpError;
      this.close();
      const { responseCode, command } = fault;
      return {
        outcome: judgeFault({ handedOver, responseCode: responseCode || undefined, command }),
        problem: inWords(fault, handedOver),
      };
    }
  }

  /** Says goodbye. */
  close(): void {
    const { connection } = this;
    this.connection = null;
    if (!connection) return;
    connection.removeAllListeners('error').on('error', () => undefined);
    connection.quit();
  }

  private async open(): Promise<SMTPConnection> {
    if (this.connection && !this.connection.destroyed) return this.connection;
    const { auth, ...options } = parseConnectionUrl(this.url);
    const host = options.host ?? '';
    const isHere = host === 'localhost' || host === '127.0.0.1' || host === '::1';
    const connection = new SMTPConnection({
      ...PATIENCE,
      // A password goes over an encrypted line or not at all.
      requireTLS: Boolean(auth) && !isHere,
      ...options,
    });
    connection.on('error', (error: SmtpError) => this.broken?.(error));
    connection.on('end', () => this.broken?.(new Error('The connection ended.')));
    await this.step((done) => connection.connect(done));
    this.connection = connection;
    if (auth) {
      await this.step((done) =>
        connection.login({ credentials: auth }, (error) => done(error ?? undefined)),
      );
    }
    return connection;
  }

  /** One step of the conversation, which may also end by the line breaking. */
  private step(take: (done: (error?: SmtpError) => void) => void): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.broken = reject;
      take((error) => (error ? reject(error) : resolve()));
    }).finally(() => {
      this.broken = null;
    });
  }
}

const CODES: Record<string, string> = {
  ECONNREFUSED: 'The mail server cannot be reached: nothing answers there.',
  ETIMEDOUT: 'The mail server did not answer in time.',
  EDNS: 'The mail server cannot be found.',
  ENOTFOUND: 'The mail server cannot be found.',
  ETLS: 'The connection to the mail server could not be encrypted.',
};

/** Why it did not work, with what the server said; nothing of ours that is secret stands in that. */
function inWords(error: SmtpError, handedOver: boolean): string {
  const { response, responseCode, code = '' } = error;
  if (responseCode && response) return `The mail server said: ${response.slice(0, 300)}`;
  if (handedOver) return 'The connection broke while the email was being sent.';
  const cause = (error as { originalCode?: string }).originalCode ?? code;
  return CODES[cause] ?? CODES[code] ?? 'The connection to the mail server broke.';
}
