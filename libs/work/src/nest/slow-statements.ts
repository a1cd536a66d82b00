import { Logger } from '@nestjs/common';
import { AdvancedConsoleLogger } from 'typeorm';
import { LogLine } from './log-lines';

const logger = new Logger('Database');
const LONGEST = 120;

/** How a statement begins, on one line, without what stands in quotes in it. */
export function firstWords(statement: string): string {
  const text = statement
    .replace(/'(?:[^']|'')*'/g, "'...'")
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}

/** Tells of statements that took long: never their values, which may be of persons or secret. */
export class SlowStatements extends AdvancedConsoleLogger {
  /** @param note is told that there was one */
  constructor(private readonly note: () => void) {
    super();
  }

  override logQuerySlow(milliseconds: number, statement: string): void {
    this.note();
    const words = firstWords(statement);
    const fields = { ms: milliseconds, statement: words };
    logger.warn(new LogLine(`${milliseconds} ms: ${words}`, fields));
  }
}
