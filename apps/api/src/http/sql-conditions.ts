/**
 * A WHERE clause that grows while its values stay bound: `add('s.phase = ?', phase)`. Each `?`
 * becomes the next parameter of the statement.
 */
export class SqlConditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** @param sql a condition with as many `?` as there are values */
  add(sql: string, ...values: unknown[]): this {
    this.parts.push(`(${this.bind(sql, ...values)})`);
    return this;
  }

  /** Binds values for another place of the same statement and gives its text. */
  bind(sql: string, ...values: unknown[]): string {
    let next = 0;
    const text = sql.replace(/\?/g, () => {
      this.values.push(values[next++]);
      return `$${this.values.length}`;
    });
    if (next !== values.length) throw new Error(`Values and places differ in: ${sql}`);
    return text;
  }

  /** `WHERE ...`, or nothing when there is no condition. */
  get where(): string {
    return this.parts.length === 0 ? '' : `WHERE ${this.parts.join(' AND ')}`;
  }
}
