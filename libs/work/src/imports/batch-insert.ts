/**
 * Rows on their way into a table, a thousand at a time, so that neither the memory nor the round
 * trips grow with the file.
 */
export class BatchInsert<Row> {
  private rows: Row[] = [];

  /** @param send inserts rows, which it is given as one JSON array */
  constructor(
    private readonly send: (rows: string) => Promise<unknown>,
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
    await this.send(json);
  }
}
