import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type AuditEvent, outageOf, recordEvent } from '@tracker/data';
import type { DataSource } from 'typeorm';

type HandOut = Omit<AuditEvent, 'action'>;

const TRY_AGAIN_MS = 10_000;
/** Held at most; past this a hand-out waits for the database, as it would without this. */
const MOST_HELD = 1_000;

/**
 * Puts into the audit trail what was handed out, before its first row leaves. While PostgreSQL takes
 * no writes it is held here and goes into the trail with its own time as soon as that is possible;
 * until then it stands in the log of the server, so that it is on record somewhere.
 */
@Injectable()
export class HandOuts implements BeforeApplicationShutdown {
  private readonly logger = new Logger('HandOuts');
  private readonly held: HandOut[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws what is no outage, and an outage when too much is held already */
  async record(event: HandOut): Promise<void> {
    try {
      await this.write(event);
    } catch (error) {
      if (outageOf(error) === null || this.held.length >= MOST_HELD) throw error;
      this.hold({ ...event, details: { ...event.details, at: new Date().toISOString() } });
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.catchUp();
  }

  private write(event: HandOut): Promise<void> {
    return recordEvent(this.dataSource, { action: 'exported', ...event });
  }

  private hold(event: HandOut): void {
    this.held.push(event);
    const { entity, recordId, userId, source } = event;
    this.logger.warn(
      `Handed out while the audit trail could not be written: ${entity} ${recordId ?? ''} to user ${userId}, request ${source}.`,
    );
    this.timer ??= this.later();
  }

  private later(): NodeJS.Timeout {
    return setTimeout(() => {
      void this.catchUp().then(() => {
        this.timer = this.held.length > 0 ? this.later() : undefined;
      });
    }, TRY_AGAIN_MS).unref();
  }

  /** One after the other, in their order; what does not go yet stays. */
  private async catchUp(): Promise<void> {
    for (let next = this.held[0]; next; next = this.held[0]) {
      try {
        await this.write(next);
      } catch (error) {
        if (outageOf(error) !== null) return;
        // It would fail each time, and stays in the log.
        this.logger.error(`A hand-out is not in the audit trail: ${(error as Error).message}`);
      }
      this.held.shift();
    }
  }
}
