import type { EntityManager } from 'typeorm';

/**
 * Rows on their way into a table, a thousand at a time, so that neither the memory nor the round
 * trips grow with the file.
 */
export class BatchInsert<Row> {
  private rows: Row[] = [];

  /**
   * @param sql inserts `json_to_recordset($1::json)`; `$2` and on are `more`
   */
  constructor(
    private readonly manager: EntityManager,
    private readonly sql: string,
    private readonly more: unknown[] = [],
    private readonly size = 1_000,
    private readonly toJson: (rows: unknown) => string = JSON.stringify,
  ) {}

  async add(row: Row): Promise<void> {
    this.rows.push(row);
    if (this.rows.length >= this.size) await this.flush();
  }

  /** Sends what is left. Call it after the last row. */
  async flush(): Promise<void> {
    if (this.rows.length === 0) return;
    const json = this.toJson(this.rows);
    this.rows = [];
    await this.manager.query(this.sql, [json, ...this.more]);
  }
}
