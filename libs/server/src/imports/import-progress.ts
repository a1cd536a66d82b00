import type { DataSource } from 'typeorm';

const EVERY_MS = 1_000;

/** Reading is most of the way; what is left is for writing. */
const READING_ENDS_AT = 90;

/**
 * Tells how far an import has come, on a connection of its own because the import's transaction is
 * not to be seen yet. At most about once a second, and never twice at once.
 */
export class ImportProgress {
  private last = 0;
  private writing: Promise<void> = Promise.resolve();
  private shown = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly importId: string,
    private readonly listener: (percent: number) => void = () => undefined,
  ) {}

  /** @param share of the file that has been read, 0 to 1 */
  read(share: number): void {
    const now = Date.now();
    const percent = Math.floor(Math.min(share, 1) * READING_ENDS_AT);
    if (now - this.last < EVERY_MS || percent <= this.shown) return;
    this.last = now;
    this.shown = percent;
    this.listener(percent);
    this.writing = this.writing.then(async () => {
      // Progress is a courtesy; an import does not fail for want of it.
      await this.dataSource
        .query(`UPDATE imports SET progress = $2 WHERE id = $1 AND status = 'running'`, [
          this.importId,
          percent,
        ])
        .catch(() => undefined);
    });
  }

  /** Waits until nothing more is on its way; the import's own transaction may then write the row. */
  async settle(): Promise<void> {
    this.last = Number.POSITIVE_INFINITY;
    await this.writing;
  }
}
