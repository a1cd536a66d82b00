import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DatabaseOutage, probeRoom, renewConnections, takesWrites } from '@tracker/data';
import type { DataSource } from 'typeorm';

/** A refusal counts for so long after it, whatever the probe finds. */
const REFUSAL_COUNTS_MS = 8_000;
/** The probe for room takes room, so it is not made at every question. */
const PROBED_EVERY_MS = 10_000;
const PROBED_EVERY_MS_WHEN_FULL = 2_000;
const RENEWED_EVERY_MS = 3_000;

/** Outages in which PostgreSQL answers and saves nothing. */
export type NotSaving = Extract<DatabaseOutage, 'read_only' | 'full'>;

/** Whether the tracker can save: what requests met with, and what is found by trying. */
@Injectable()
export class SavingState {
  private refusal: { outage: NotSaving; at: number } | null = null;
  private room: { outage: DatabaseOutage | null; at: number } = { outage: null, at: 0 };
  private renewedAt = 0;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** A request met with an outage. */
  note(outage: DatabaseOutage | null): void {
    if (outage !== 'read_only' && outage !== 'full') return;
    this.refusal = { outage, at: Date.now() };
    if (outage === 'read_only') void this.renew();
  }

  /** Something was saved: whatever was in the way is over. */
  saved(): void {
    this.refusal = null;
  }

  /** Why nothing can be saved; null when it can. @throws when PostgreSQL does not answer */
  async outage(): Promise<NotSaving | null> {
    if (!(await takesWrites(this.dataSource))) {
      void this.renew();
      return 'read_only';
    }
    if ((await this.probedRoom()) === 'full') return 'full';
    const { refusal } = this;
    return refusal && Date.now() - refusal.at < REFUSAL_COUNTS_MS ? refusal.outage : null;
  }

  private async probedRoom(): Promise<DatabaseOutage | null> {
    const every = this.room.outage ? PROBED_EVERY_MS_WHEN_FULL : PROBED_EVERY_MS;
    if (Date.now() - this.room.at >= every) {
      // Noted at once: many may ask at this moment, and one of them tries.
      this.room.at = Date.now();
      this.room.outage = await probeRoom(this.dataSource);
    }
    return this.room.outage;
  }

  private async renew(): Promise<void> {
    if (Date.now() - this.renewedAt < RENEWED_EVERY_MS) return;
    this.renewedAt = Date.now();
    await renewConnections(this.dataSource);
  }
}
