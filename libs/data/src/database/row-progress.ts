import type { DataSource } from 'typeorm';

const EVERY_MS = 1_000;

/** Whose `progress` is told. */
export interface ProgressRow {
  table: 'imports' | 'reports' | 'visit_plans';
  id: string;
  /** What is left after the share is whole, 0 to 100. */
  endsAt: number;
}

/**
 * Tells how far a piece of work has come, on a connection of its own because the work's transaction
 * is not to be seen yet. At most about once a second, and never twice at once.
 */
export class RowProgress {
  private last = 0;
  private writing: Promise<void> = Promise.resolve();
  private shown = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly row: ProgressRow,
    private readonly listener: (percent: number) => void = () => undefined,
  ) {}

  /** @param share of the work that is done, 0 to 1 */
  reached(share: number): void {
    const { table, id, endsAt } = this.row;
    const now = Date.now();
    const percent = Math.floor(Math.min(share, 1) * endsAt);
    if (now - this.last < EVERY_MS || percent <= this.shown) return;
    this.last = now;
    this.shown = percent;
    this.listener(percent);
    this.writing = this.writing.then(async () => {
      // Progress is a courtesy; the work does not fail for want of it.
      await this.dataSource
        .query(`UPDATE ${table} SET progress = $2 WHERE id = $1 AND status = 'running'`, [
          id,
          percent,
        ])
        .catch(() => undefined);
    });
  }

  /** Waits until nothing more is on its way; the work's own transaction may then write the row. */
  async settle(): Promise<void> {
    this.last = Number.POSITIVE_INFINITY;
    await this.writing;
  }
}
