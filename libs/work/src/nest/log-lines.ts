import { inspect } from 'node:util';
import { ConsoleLogger, type LoggerService, type LogLevel } from '@nestjs/common';
import type { ServerEnv } from '@tracker/process';

type Fields = Readonly<Record<string, string | number>>;

/** A line of the log that a person reads as words and a program by its fields. */
export class LogLine {
  /** @param error broke, with where it did; on lines of its own among the words */
  constructor(
    readonly words: string,
    readonly fields: Fields,
    readonly error?: string,
  ) {}

  toString(): string {
    return this.error === undefined ? this.words : `${this.words}\n${this.error}`;
  }

  /** How Nest's own logger writes it. */
  [inspect.custom](): string {
    return this.toString();
  }
}

const LEVELS: LogLevel[] = ['log', 'warn', 'error', 'fatal'];

/** A JSON object on each line: `time`, `level`, `context`, `message`, the line's fields and `error`. */
class JsonLogger implements LoggerService {
  readonly log = this.writer('log', process.stdout);
  readonly warn = this.writer('warn', process.stdout);
  readonly error = this.writer('error', process.stderr);
  readonly fatal = this.writer('fatal', process.stderr);

  private writer(level: LogLevel, to: NodeJS.WriteStream) {
    return (message: unknown, ...more: unknown[]): void => {
      const context = more.pop();
      // Of an error Nest gives its stack before the context.
      const [stack] = more.filter((one) => typeof one === 'string');
      to.write(`${jsonOf(level, message, context, stack)}\n`);
    };
  }
}

function jsonOf(level: LogLevel, message: unknown, context: unknown, stack?: string): string {
  const line = message instanceof LogLine ? message : undefined;
  const words = typeof message === 'string' ? message : inspect(message);
  return JSON.stringify({
    time: new Date().toISOString(),
    level,
    context,
    message: line?.words ?? words,
    ...line?.fields,
    error: line?.error ?? stack,
  });
}

/** What a process that serves writes its log with. */
export const logWriter = ({ logFormat }: Pick<ServerEnv, 'logFormat'>): LoggerService =>
  logFormat === 'json' ? new JsonLogger() : new ConsoleLogger({ logLevels: LEVELS });
